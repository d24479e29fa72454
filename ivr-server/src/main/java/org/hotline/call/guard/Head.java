package org.hotline.call.guard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The start line and the header fields of a message as they came, unfolded: no more is understood of them.
 *
 * @param start the first line
 * @param fields in order, with long names in lower case
 * @param bodyLength bytes that follow the empty line
 */
record Head(String start, List<Field> fields, int bodyLength) {
    /** More lines than this are an attack on the parser. */
    private static final int MOST_LINES = 256;

    private static final Map<String, String> COMPACT = Map.ofEntries(
            Map.entry("i", "call-id"),
            Map.entry("m", "contact"),
            Map.entry("e", "content-encoding"),
            Map.entry("l", "content-length"),
            Map.entry("c", "content-type"),
            Map.entry("f", "from"),
            Map.entry("r", "refer-to"),
            Map.entry("s", "subject"),
            Map.entry("k", "supported"),
            Map.entry("t", "to"),
            Map.entry("v", "via"));

    /** @param value unfolded, stripped */
    record Field(String name, String value) {}

    /** Reads a head; empty if it has no start line, no end, a line without a colon or too many lines. */
    static Optional<Head> read(byte[] data, int offset, int length) {
        String text = new String(data, offset, length, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length() && text.startsWith("\r\n", at)) {
            at += 2; // line ends before a message are keep-alives (RFC 3261 section 7.5)
        }
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int stop = end < 0 ? text.length() : end;
            String line = text.substring(at, stop > at && text.charAt(stop - 1) == '\r' ? stop - 1 : stop);
            at = stop + 1;
            if (line.isEmpty()) {
                return of(lines, Math.max(0, text.length() - at));
            }
            if (isFolded(line) && lines.size() > 1) {
                lines.set(lines.size() - 1, lines.getLast() + " " + line.strip());
            } else {
                lines.add(line);
            }
            if (lines.size() > MOST_LINES) {
                return Optional.empty();
            }
        }
        return of(lines, 0);
    }

    private static boolean isFolded(String line) {
        return line.charAt(0) == ' ' || line.charAt(0) == '\t';
    }

    private static Optional<Head> of(List<String> lines, int bodyLength) {
        List<Field> fields = new ArrayList<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                return Optional.empty();
            }
            String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            fields.add(new Field(
                    COMPACT.getOrDefault(name, name), line.substring(colon + 1).strip()));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Head(lines.getFirst(), fields, bodyLength));
    }

    boolean isResponse() {
        return start.startsWith("SIP/");
    }

    /** The request's method; the empty string if it has none. */
    String method() {
        int space = start.indexOf(' ');
        return space < 0 ? "" : start.substring(0, space);
    }

    List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (Field field : fields) {
            if (field.name().equals(name)) {
                values.add(field.value());
            }
        }
        return values;
    }

    /** How often it is there. */
    int count(String name) {
        int count = 0;
        for (Field field : fields) {
            count += field.name().equals(name) ? 1 : 0;
        }
        return count;
    }

    /** The first of that name, or the empty string. */
    String first(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return field.value();
            }
        }
        return "";
    }
}
