package org.hotline.dialplan;

import java.util.Optional;

/** Whom calls may be passed on to. */
public final class TransferTarget {
    /** How an address is written, for those who wrote a wrong one. */
    public static final String ADVICE = "write sip:name@host";

    private TransferTarget() {}

    /** What this text is instead of an address that can be dialled, as the end of a sentence; nothing if it is one. */
    public static Optional<String> mistake(String address) {
        if (address.matches("sip:[^\\s@]+(@[^\\s@]+)?")) {
            return Optional.empty();
        }
        return Optional.of(
                address.startsWith("sips:")
                        ? "an address for calls by TLS, which cannot be dialled"
                        : "no SIP address");
    }
}
