package org.hotline.bench;

import java.time.Duration;
import java.time.Instant;
import org.hotline.audio.Frame;
import org.hotline.call.CallEnded;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;
import org.hotline.call.PlainCall;
import org.hotline.call.Tick;
import org.hotline.call.rtp.RtpLeg;

/** An answered call that has media but no signalling. */
final class LegCall extends PlainCall {
    private final RtpLeg leg;

    LegCall(RtpLeg leg) {
        super(CallId.at(Instant.now()), Direction.OUTBOUND, "bench:" + leg.local());
        this.leg = leg;
    }

    @Override
    public Tick exchange(Frame say) {
        return leg.exchange(say);
    }

    @Override
    public void press(char key, Duration length) {
        leg.press(key, length);
    }

    @Override
    public void hangUp(HangupCause cause) {
        leg.end(new CallEnded(CallEnded.By.US, cause));
    }

    @Override
    public boolean isOver() {
        return leg.ended().isDone();
    }
}
