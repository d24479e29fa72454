package org.hotline.call.sdp;

import java.util.Locale;
import java.util.Optional;

/** The audio encodings we speak, with their static payload types (RFC 3551 table 4). */
public enum Encoding {
    PCMU(0),
    PCMA(8);

    private final int payloadType;

    Encoding(int payloadType) {
        this.payloadType = payloadType;
    }

    /** Its static payload type. */
    public int payloadType() {
        return payloadType;
    }

    String mapping() {
        return name() + "/8000";
    }

    static Optional<Encoding> ofStatic(String format) {
        for (Encoding encoding : values()) {
            if (format.equals(Integer.toString(encoding.payloadType))) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }

    /** The encoding an rtpmap names; a channel count of 1 may be written out. */
    static Optional<Encoding> ofMapping(String mapping) {
        String upper = mapping.toUpperCase(Locale.ROOT);
        for (Encoding encoding : values()) {
            if (upper.equals(encoding.mapping()) || upper.equals(encoding.mapping() + "/1")) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }
}
