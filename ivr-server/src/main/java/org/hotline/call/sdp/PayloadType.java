package org.hotline.call.sdp;

import java.util.OptionalInt;

/** Reads RTP payload types: 0 to 127, decimal. */
final class PayloadType {
    private PayloadType() {}

    static OptionalInt of(String format) {
        return Port.of(format).filter(type -> type <= 127).map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
