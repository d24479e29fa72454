package org.hotline.call.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hotline.call.Call;
import org.hotline.call.HangupCause;
import org.hotline.call.Ladder;
import org.junit.jupiter.api.Test;

/** Why nobody answered, from what Asterisk tells in whichever order. */
class AttemptTest {
    private static HangupCause cause(Consumer<Attempt> told) {
        Attempt attempt =
                new Attempt(new Rungs(Ladder.NONE, Clock.systemUTC(), Optional.empty(), Call.Direction.OUTBOUND, ""));
        told.accept(attempt);
        return attempt.failed().orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Test
    void theChannelsCauseIsTheMostExact() {
        assertThat(cause(attempt -> {
                    attempt.dialled("CONGESTION");
                    attempt.notOriginated(8, true);
                    attempt.hungUp(21);
                }))
                .isEqualTo(HangupCause.CALL_REJECTED);
        assertThat(cause(attempt -> attempt.hungUp(17))).isEqualTo(HangupCause.USER_BUSY);
    }

    @Test
    void aCauseThatSaysNothingLeavesItToHowDiallingEnded() {
        for (int nothing : new int[] {0, 16, 31, 200}) {
            assertThat(cause(attempt -> {
                        attempt.dialled("NOANSWER");
                        attempt.dialled("ANSWER");
                        attempt.hungUp(nothing);
                    }))
                    .isEqualTo(HangupCause.NO_ANSWER);
        }
        assertThat(cause(attempt -> attempt.hungUp(16))).isEqualTo(HangupCause.CALL_REJECTED);
        assertThat(cause(attempt -> attempt.hungUp(0))).isEqualTo(HangupCause.DESTINATION_OUT_OF_ORDER);
    }

    @Test
    void withoutAHangUpTheReasonMustDo() {
        assertThat(cause(attempt -> attempt.notOriginated(3, true))).isEqualTo(HangupCause.NO_ANSWER);
        assertThat(cause(attempt -> attempt.notOriginated(5, false))).isEqualTo(HangupCause.USER_BUSY);
        assertThat(cause(attempt -> attempt.notOriginated(8, false)))
                .isEqualTo(HangupCause.SWITCHING_EQUIPMENT_CONGESTION);
        assertThat(cause(attempt -> attempt.notOriginated(0, false))).isEqualTo(HangupCause.DESTINATION_OUT_OF_ORDER);
        assertThat(cause(attempt -> {
                    attempt.dialled("CHANUNAVAIL");
                    attempt.notOriginated(1, false);
                }))
                .isEqualTo(HangupCause.DESTINATION_OUT_OF_ORDER);
    }
}
