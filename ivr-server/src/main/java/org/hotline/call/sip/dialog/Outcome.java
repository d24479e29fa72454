package org.hotline.call.sip.dialog;

import org.hotline.call.HangupCause;

/** SIP status codes and the causes of Q.850, the one in the words of the other (RFC 3398 sections 7.2 and 8.2). */
public final class Outcome {
    private Outcome() {}

    /** What a final response other than 2xx means. */
    public static HangupCause cause(int status) {
        return switch (status) {
            case 404, 410, 484, 604 -> HangupCause.UNALLOCATED_NUMBER;
            case 486, 600 -> HangupCause.USER_BUSY;
            case 408 -> HangupCause.NO_USER_RESPONSE;
            case 480, 487 -> HangupCause.NO_ANSWER;
            case 401, 402, 403, 407, 603 -> HangupCause.CALL_REJECTED;
            case 502, 504 -> HangupCause.DESTINATION_OUT_OF_ORDER;
            case 503 -> HangupCause.SWITCHING_EQUIPMENT_CONGESTION;
            case 415, 488, 606 -> HangupCause.INCOMPATIBLE_DESTINATION;
            case 500 -> HangupCause.TEMPORARY_FAILURE;
            default -> HangupCause.INTERWORKING;
        };
    }

    /** How to refuse a call that was not answered. */
    public static int status(HangupCause cause) {
        return switch (cause) {
            case UNALLOCATED_NUMBER -> 404;
            case USER_BUSY -> 486;
            case NO_USER_RESPONSE, NO_ANSWER, NORMAL_CLEARING, NORMAL_UNSPECIFIED -> 480;
            case CALL_REJECTED -> 603;
            case DESTINATION_OUT_OF_ORDER -> 502;
            case NO_CIRCUIT_AVAILABLE, SWITCHING_EQUIPMENT_CONGESTION -> 503;
            case INCOMPATIBLE_DESTINATION -> 488;
            case TEMPORARY_FAILURE, RECOVERY_ON_TIMER_EXPIRY, INTERWORKING -> 500;
        };
    }
}
