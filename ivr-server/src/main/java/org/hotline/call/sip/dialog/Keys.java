package org.hotline.call.sip.dialog;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sip.message.Request;
import org.hotline.call.Signal;
import org.hotline.call.sip.stack.Messages;

/** Reads key presses that come by INFO: {@code application/dtmf-relay} and {@code application/dtmf}. */
final class Keys {
    private static final Duration USUAL = Duration.ofMillis(100);
    private static final long LONGEST = 10_000;
    private static final Map<String, String> NUMBERED =
            Map.of("10", "*", "11", "#", "12", "A", "13", "B", "14", "C", "15", "D");

    private Keys() {}

    /** True if the body is of a kind that carries keys. */
    static boolean isKeys(Request info) {
        String type = Messages.bodyType(info);
        return type.equals("application/dtmf-relay") || type.equals("application/dtmf");
    }

    /** The key pressed; empty if the body makes no sense. */
    static Optional<Signal.Key> read(Request info) {
        String body = Messages.body(info).strip();
        if (Messages.bodyType(info).equals("application/dtmf")) {
            return key(body, USUAL);
        }
        String signal = "";
        Duration length = USUAL;
        for (String line : body.lines().toList()) {
            int equals = line.indexOf('=');
            String name = equals < 0 ? "" : line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String value = equals < 0 ? "" : line.substring(equals + 1).strip();
            if (name.equals("signal")) {
                signal = value;
            } else if (name.equals("duration") && value.matches("\\d{1,6}")) {
                length = Duration.ofMillis(Math.min(LONGEST, Long.parseLong(value)));
            }
        }
        return key(signal, length);
    }

    private static Optional<Signal.Key> key(String text, Duration length) {
        String digit = NUMBERED.getOrDefault(text, text).toUpperCase(Locale.ROOT);
        return digit.length() == 1 && "0123456789*#ABCD".contains(digit)
                ? Optional.of(new Signal.Key(digit.charAt(0), length))
                : Optional.empty();
    }
}
