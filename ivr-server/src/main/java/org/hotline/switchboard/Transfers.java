package org.hotline.switchboard;

import java.util.Map;
import java.util.Optional;

/**
 * Where calls may be sent on: nowhere but to configured places, whoever asks.
 *
 * @param targets what may be asked for (a number, a name, a SIP URI) and what is dialled then
 */
public record Transfers(Map<String, String> targets) {
    /** To nobody. */
    public static final Transfers NONE = new Transfers(Map.of());

    public Transfers {
        targets = Map.copyOf(targets);
    }

    /** What to dial for a target as it was asked for: {@code sip:900@anything} asks for {@code 900}, too. */
    Optional<String> find(String asked) {
        return Optional.ofNullable(targets.get(asked)).or(() -> Optional.ofNullable(targets.get(user(asked))));
    }

    private static String user(String asked) {
        String address = asked.startsWith("sip:") ? asked.substring("sip:".length()) : asked;
        int at = address.indexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }
}
