package org.hotline.call.asterisk;

import java.time.InstantSource;
import java.util.Optional;
import org.hotline.call.Call;
import org.hotline.call.CallId;
import org.hotline.call.Ladder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one of Asterisk's legs tells the ladder: questions and answers of AGI, the beginning and the end of AudioSocket, what
 * AMI is asked and tells. Any thread; never waits.
 *
 * @param call on whose ladder; nowhere if it is nobody's, as when somebody listens
 * @param peer the other end
 */
record Rungs(Ladder ladder, InstantSource clock, Optional<CallId> call, Call.Direction leg, String peer) {
    private static final Logger LOG = LoggerFactory.getLogger(Rungs.class);

    void sent(String summary) {
        tell(true, summary);
    }

    void came(String summary) {
        tell(false, summary);
    }

    private void tell(boolean sent, String summary) {
        call.ifPresent(on -> {
            try {
                ladder.told(on, new Ladder.Word(clock.instant(), leg, sent, summary, peer));
            } catch (RuntimeException fault) { // a drawing must not cost the call its word
                LOG.atError().setCause(fault).addKeyValue("call", on).log("The ladder of a call failed");
            }
        });
    }
}
