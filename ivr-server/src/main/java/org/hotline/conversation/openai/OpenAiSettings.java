package org.hotline.conversation.openai;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Which model to ask, and for how long.
 *
 * @param address base of the interface, e.g. {@code http://127.0.0.1:11434/v1}; {@code /chat/completions} is appended
 * @param model its name there
 * @param key sent as a bearer token, if there is one
 * @param budget the longest wait for one answer, 200 ms to 5 s: the caller hears nothing meanwhile
 * @param rest how long it is left alone after it failed three times of five
 */
public record OpenAiSettings(URI address, String model, Optional<String> key, Duration budget, Duration rest) {
    /** Less is no time for a network and a model. */
    public static final Duration LEAST = Duration.ofMillis(200);

    /** After more silence callers say "hello?". */
    public static final Duration MOST = Duration.ofSeconds(5);

    private static final Duration REST = Duration.ofSeconds(30);

    /** @throws IllegalArgumentException if it is no address of the web, there is no model, or the budget is out of range */
    public OpenAiSettings {
        if (!Set.of("http", "https").contains(String.valueOf(address.getScheme())) || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "\"" + address + "\" is no address of a model: it begins with http:// or https:// and a host");
        }
        if (model.isBlank()) {
            throw new IllegalArgumentException("a model has a name");
        }
        if (budget.compareTo(LEAST) < 0 || budget.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("a model is waited for from " + LEAST.toMillis() + " ms to "
                    + MOST.toSeconds() + " s, not " + budget.toMillis() + " ms");
        }
    }

    /** Left alone for half a minute after it failed. */
    public static OpenAiSettings at(URI address, String model, Optional<String> key, Duration budget) {
        return new OpenAiSettings(address, model, key, budget, REST);
    }

    /** Whether words stay on this machine; asks no name server. */
    public boolean isLocal() {
        String host = address.getHost().replaceAll("^\\[|]$", "");
        try {
            return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    /** Whether nobody on the way can read along. */
    public boolean isEncrypted() {
        return "https".equals(address.getScheme());
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "OpenAiSettings[" + model + " at " + address + "]";
    }
}
