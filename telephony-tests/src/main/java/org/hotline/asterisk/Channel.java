package org.hotline.asterisk;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.audio.Frame;

/** One channel: a caller who goes through the dialplan. */
public final class Channel {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern ENCODED = Pattern.compile("\\$\\{URIENCODE\\(([^()]*)\\)}");
    private static final Pattern DIFFERENT = Pattern.compile("\\$\\[\"(.*?)\" != \"(.*?)\"]\\?(\\w+)");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\((.*)\\)");

    private final ScriptedAsterisk asterisk;
    private final Origin origin;
    private final Consumer<Frame> ear;
    private final Map<String, String> variables = new ConcurrentHashMap<>();
    private final CompletableFuture<AudioSocket> sound = new CompletableFuture<>();
    private final CompletableFuture<String> left = new CompletableFuture<>();
    private volatile boolean hungUp;

    Channel(ScriptedAsterisk asterisk, Origin origin, Consumer<Frame> ear) {
        this.asterisk = asterisk;
        this.origin = origin;
        this.ear = ear;
        variables.putAll(asterisk.globals());
        variables.putAll(origin.variables());
        Thread.ofVirtual().name("asterisk-channel").start(this::run);
    }

    /** With its number: {@code PJSIP/trunk-00000001}. */
    public String name() {
        return origin.name();
    }

    String uniqueId() {
        return origin.uniqueId();
    }

    Release release() {
        return asterisk.release();
    }

    String calling() {
        return origin.calling();
    }

    String dialled() {
        return origin.dialled();
    }

    /** The connection of its sound, once there is one; fails if the dialplan went another way. */
    CompletableFuture<AudioSocket> sound() {
        return sound;
    }

    /** Completes with where the dialplan leads in the end, e.g. {@code Queue(english,tc,,,300)} or {@code Hangup()}. */
    public CompletableFuture<String> left() {
        return left.copy();
    }

    /** A channel variable, empty if it is not set. */
    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /** All variables. */
    public Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    /** The caller says 20 ms. Before the sound is connected nobody hears it. */
    public void say(Frame frame) {
        send(socket -> socket.say(frame));
    }

    /** The caller presses a key; lost with releases that do not send them. */
    public void press(char key) {
        if (release().sendsKeys()) {
            send(socket -> socket.press(key));
        }
    }

    /** The caller hangs up. */
    public void hangUp() {
        hungUp = true;
        send(AudioSocket::close);
    }

    /** Completes when Asterisk has answered, fails if the dialplan went another way. */
    public CompletableFuture<Void> answered() {
        return sound.thenApply(socket -> null);
    }

    public boolean isConnected() {
        return sound.isDone() && !sound.isCompletedExceptionally();
    }

    private synchronized void send(Sending what) {
        if (isConnected()) {
            try {
                what.to(sound.join());
            } catch (IOException closed) {
                // over: the reader says how
            }
        }
    }

    private interface Sending {
        void to(AudioSocket socket) throws IOException;
    }

    private void run() {
        String end = "Hangup()";
        try {
            Optional<Extensions.Place> place = Optional.of(origin.place());
            while (place.isPresent() && !hungUp) {
                Extensions.Step step = asterisk.extensions().at(place.get()).orElseThrow();
                String arguments = substitute(step.arguments());
                end = step.application() + "(" + arguments + ")";
                place = perform(step.application(), arguments, place.get());
            }
        } finally {
            sound.completeExceptionally(new IllegalStateException("the dialplan did not connect the sound"));
            left.complete(hungUp ? "caller hung up" : end);
        }
    }

    private Optional<Extensions.Place> perform(String application, String arguments, Extensions.Place here) {
        switch (application) {
            case "Set" ->
                variables.put(
                        arguments.substring(0, arguments.indexOf('=')),
                        arguments.substring(arguments.indexOf('=') + 1));
            case "AGI" -> variables.put("AGISTATUS", AgiSession.run(arguments, this, variables));
            case "TryExec" -> {
                Matcher call = CALL.matcher(arguments);
                boolean done = call.matches() && audioSocket(call.group(2));
                variables.put("TRYSTATUS", done ? "SUCCESS" : "FAILED");
            }
            case "AudioSocket" -> {
                if (!audioSocket(arguments)) {
                    return Optional.empty();
                }
            }
            case "GotoIf" -> {
                Matcher condition = DIFFERENT.matcher(arguments);
                if (condition.matches() && !condition.group(1).equals(condition.group(2))) {
                    return Optional.of(asterisk.extensions().label(here, condition.group(3)));
                }
            }
            case "Goto" -> {
                String[] to = arguments.split(",", -1);
                return Optional.of(new Extensions.Place(to[0], to[1], Integer.parseInt(to[2])));
            }
            case "Queue", "Dial", "ChanSpy", "Hangup" -> {
                return Optional.empty();
            }
            default -> {}
        }
        return Optional.of(here.next());
    }

    /** True if the application returns 0. */
    private boolean audioSocket(String arguments) {
        String[] parts = arguments.split("[,:]", -1);
        try (AudioSocket socket =
                new AudioSocket(parts[1], Integer.parseInt(parts[2]), UUID.fromString(parts[0]), asterisk.pace())) {
            sound.complete(socket);
            return socket.listen(ear) == AudioSocket.End.HUNG_UP && release().goesOn();
        } catch (IOException failed) {
            return false;
        }
    }

    private String substitute(String text) {
        String plain = text.replace("${UUID()}", UUID.randomUUID().toString());
        plain = VARIABLE.matcher(plain).replaceAll(found -> Matcher.quoteReplacement(variable(found.group(1))));
        return ENCODED.matcher(plain)
                .replaceAll(
                        found -> Matcher.quoteReplacement(URLEncoder.encode(found.group(1), StandardCharsets.UTF_8)));
    }
}
