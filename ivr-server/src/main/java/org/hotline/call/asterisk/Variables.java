package org.hotline.call.asterisk;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.hotline.call.CallId;
import org.hotline.call.HandBack;

/** A call's result in the words of a dialplan: the channel variables that {@code result} sets. */
final class Variables {
    private static final int LONGEST = 80;

    /** What a dialplan's own language gives a meaning to stays out: a caller must not be able to speak it. */
    private static final String PLAIN = " .,:;@+-_/*#";

    private Variables() {}

    /** @param priority as configured for the issue */
    static Map<String, String> of(HandBack onward, CallId call, int priority) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("IVR_RESULT", word(onward.way()));
        variables.put("IVR_TARGET", value(onward.target()));
        variables.put("IVR_ISSUE", value(onward.issue().orElse("")));
        variables.put("IVR_PRIORITY", Integer.toString(priority));
        variables.put("IVR_TRANSCRIPT", call.text());
        onward.slots().forEach((name, value) -> variables.put("IVR_SLOT_" + name(name), value(value)));
        return variables;
    }

    /** The context {@code ivr-WORD} goes on with the call. */
    static String word(HandBack.Way way) {
        return switch (way) {
            case QUEUE -> "queue";
            case NUMBER -> "transfer";
            case OPERATOR -> "operator";
            case HANG_UP -> "hangup";
        };
    }

    private static String name(String slot) {
        return slot.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    static String value(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)
                .limit(LONGEST)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
