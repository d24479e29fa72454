package org.hotline.call.sdp;

/**
 * An {@code a=} line.
 *
 * @param name before the colon
 * @param value after it; empty for a property attribute such as {@code a=sendrecv}
 */
public record Attribute(String name, String value) {
    static Attribute of(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? new Attribute(text, "") : new Attribute(text.substring(0, colon), text.substring(colon + 1));
    }

    String text() {
        return value.isEmpty() ? name : name + ":" + value;
    }
}
