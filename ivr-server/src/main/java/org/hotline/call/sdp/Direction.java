package org.hotline.call.sdp;

import java.util.List;
import java.util.Locale;

/** Which way a stream flows, seen from whoever wrote the description (RFC 4566 section 6). */
public enum Direction {
    SENDRECV,
    SENDONLY,
    RECVONLY,
    INACTIVE;

    /** The direction of a stream: its own attribute over the session's, over {@code sendrecv}. */
    static Direction of(List<Attribute> stream, List<Attribute> session) {
        return find(stream, find(session, SENDRECV));
    }

    private static Direction find(List<Attribute> attributes, Direction otherwise) {
        for (Attribute attribute : attributes) {
            for (Direction direction : values()) {
                if (attribute.name().equals(direction.word())) {
                    return direction;
                }
            }
        }
        return otherwise;
    }

    /** The same flow seen from the other side: the answer to an offer (RFC 3264 section 6.1). */
    public Direction reversed() {
        return switch (this) {
            case SENDRECV -> SENDRECV;
            case SENDONLY -> RECVONLY;
            case RECVONLY -> SENDONLY;
            case INACTIVE -> INACTIVE;
        };
    }

    /** True if whoever wrote it wants to hear us. */
    public boolean receives() {
        return this == SENDRECV || this == RECVONLY;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
