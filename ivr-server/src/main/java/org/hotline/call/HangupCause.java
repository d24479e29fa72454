package org.hotline.call;

import java.util.Optional;

/** Why a call ended or could not be made, in the words and numbers of ITU-T Q.850. */
public enum HangupCause {
    UNALLOCATED_NUMBER(1),
    NORMAL_CLEARING(16),
    USER_BUSY(17),
    NO_USER_RESPONSE(18),
    NO_ANSWER(19),
    CALL_REJECTED(21),
    DESTINATION_OUT_OF_ORDER(27),
    NORMAL_UNSPECIFIED(31),
    NO_CIRCUIT_AVAILABLE(34),
    TEMPORARY_FAILURE(41),
    SWITCHING_EQUIPMENT_CONGESTION(42),
    INCOMPATIBLE_DESTINATION(88),
    RECOVERY_ON_TIMER_EXPIRY(102),
    INTERWORKING(127);

    private final int q850;

    HangupCause(int q850) {
        this.q850 = q850;
    }

    /** The number of Q.850 table 1, as in {@code Reason: Q.850;cause=16} (RFC 3326). */
    public int q850() {
        return q850;
    }

    /** The cause with this Q.850 number, if it is one we know. */
    public static Optional<HangupCause> of(int q850) {
        for (HangupCause cause : values()) {
            if (cause.q850 == q850) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }
}
