package org.hotline.dialplan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a typed caller does when it is their turn. */
public sealed interface Deed {
    /** Says something. */
    record Says(String text) implements Deed {}

    /** Presses keys. */
    record Presses(String keys) implements Deed {}

    /** Does nothing until we lose patience. */
    record KeepsSilent() implements Deed {}

    record HangsUp() implements Deed {}

    /**
     * As written in a rehearsal: words, {@code [keys 12#]}, {@code [silence]} or {@code [hangs up]}.
     *
     * @return nothing for another text in brackets
     */
    static Optional<Deed> of(String text) {
        if (!text.startsWith("[")) {
            return Optional.of(new Says(text));
        }
        Matcher keys = Pattern.compile("\\[keys ([0-9*#]+)]").matcher(text);
        if (keys.matches()) {
            return Optional.of(new Presses(keys.group(1)));
        }
        return switch (text) {
            case "[silence]" -> Optional.of(new KeepsSilent());
            case "[hangs up]" -> Optional.of(new HangsUp());
            default -> Optional.empty();
        };
    }
}
