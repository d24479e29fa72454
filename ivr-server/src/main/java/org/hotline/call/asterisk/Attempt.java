package org.hotline.call.asterisk;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hotline.call.HangupCause;

/**
 * What Asterisk tells of one call that it places for us. Three events speak of a failure, in no certain order and not all
 * of them always: how dialling ended, why the channel hung up, and what became of the Originate. The channel's cause is
 * the most exact, if it is one. Any thread.
 */
final class Attempt {
    /** The hang-up follows the failed Originate at once or not at all. */
    private static final long HANG_UP_FOLLOWS_MILLIS = 300;

    private final Rungs rungs;
    private final CompletableFuture<HangupCause> failed = new CompletableFuture<>();
    private volatile Optional<HangupCause> hint = Optional.empty();

    Attempt(Rungs rungs) {
        this.rungs = rungs;
    }

    /** Completes with the reason if nobody answers. */
    CompletableFuture<HangupCause> failed() {
        return failed.copy();
    }

    /** {@code DialEnd}. */
    void dialled(String status) {
        rungs.came("AMI DialEnd " + status);
        hint = switch (status) {
            case "BUSY" -> Optional.of(HangupCause.USER_BUSY);
            case "NOANSWER", "CANCEL" -> Optional.of(HangupCause.NO_ANSWER);
            case "CHANUNAVAIL" -> Optional.of(HangupCause.DESTINATION_OUT_OF_ORDER);
            case "CONGESTION" -> Optional.of(HangupCause.SWITCHING_EQUIPMENT_CONGESTION);
            default -> hint;
        };
    }

    /** {@code Hangup} of the channel before it was answered. */
    void hungUp(int q850) {
        rungs.came("AMI Hangup " + q850);
        Optional<HangupCause> exact = HangupCause.of(q850)
                .filter(cause -> cause != HangupCause.NORMAL_CLEARING && cause != HangupCause.NORMAL_UNSPECIFIED);
        failed.complete(exact.or(() -> hint)
                .orElse(
                        q850 == HangupCause.NORMAL_CLEARING.q850()
                                ? HangupCause.CALL_REJECTED
                                : HangupCause.DESTINATION_OUT_OF_ORDER));
    }

    /**
     * {@code OriginateResponse: Failure}.
     *
     * @param channel whether there was a channel, whose hang-up will tell more
     */
    void notOriginated(int reason, boolean channel) {
        rungs.came("AMI OriginateResponse Failure " + reason);
        HangupCause cause = hint.orElse(
                switch (reason) {
                    case 3 -> HangupCause.NO_ANSWER;
                    case 5 -> HangupCause.USER_BUSY;
                    case 8 -> HangupCause.SWITCHING_EQUIPMENT_CONGESTION;
                    default -> HangupCause.DESTINATION_OUT_OF_ORDER;
                });
        if (channel) {
            failed.completeOnTimeout(cause, HANG_UP_FOLLOWS_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            failed.complete(cause);
        }
    }
}
