package org.hotline.switchboard;

import java.time.Duration;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.ForwardingCall;
import org.hotline.call.HangupCause;
import org.hotline.call.Tick;

/** A call that we end after so many frames, whatever is going on. */
final class LimitedCall extends ForwardingCall {
    private long framesLeft;

    LimitedCall(Call call, Duration longest) {
        super(call);
        this.framesLeft = longest.toMillis() / Frame.MILLIS;
    }

    @Override
    public Tick exchange(Frame say) {
        framesLeft--;
        if (framesLeft < 0) {
            hangUp(HangupCause.RECOVERY_ON_TIMER_EXPIRY);
        }
        return super.exchange(say);
    }
}
