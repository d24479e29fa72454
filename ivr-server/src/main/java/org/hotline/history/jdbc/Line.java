package org.hotline.history.jdbc;

import org.hotline.call.CallId;
import org.hotline.history.CallEvent;

/**
 * An event as one line of the journal: {@code number call kind json}. Its number is its identity: whoever meets it again,
 * after a crash or a lost answer, knows that it is the same.
 *
 * @param number 1, 2, 3 ... for each writer
 * @param json the event, written once for the file and the database
 */
record Line(long number, CallId call, CallEvent event, String json) {
    private static final int PARTS = 4;

    static Line of(long number, CallId call, CallEvent event) {
        return new Line(number, call, event, EventJson.write(event));
    }

    /** @throws RuntimeException if it is not a line of ours */
    static Line read(String text) {
        String[] parts = text.split(" ", PARTS);
        if (parts.length < PARTS) {
            throw new IllegalArgumentException("not a line of the journal");
        }
        return new Line(Long.parseLong(parts[0]), new CallId(parts[1]), EventJson.read(parts[2], parts[3]), parts[3]);
    }

    String kind() {
        return EventJson.kind(event);
    }

    /** With its end; JSON has no line ends of its own. */
    void write(StringBuilder text) {
        text.append(number)
                .append(' ')
                .append(call.text())
                .append(' ')
                .append(kind())
                .append(' ')
                .append(json)
                .append('\n');
    }
}
