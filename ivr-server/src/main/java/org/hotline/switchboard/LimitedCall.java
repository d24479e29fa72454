package org.hotline.switchboard;

import java.time.Duration;
import java.util.Optional;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;
import org.hotline.call.PhoneNumber;
import org.hotline.call.Tick;

/** A call that we end after so many frames, whatever is going on. */
final class LimitedCall implements Call {
    private final Call call;
    private long framesLeft;

    LimitedCall(Call call, Duration longest) {
        this.call = call;
        this.framesLeft = longest.toMillis() / Frame.MILLIS;
    }

    @Override
    public Tick exchange(Frame say) {
        framesLeft--;
        if (framesLeft < 0) {
            call.hangUp(HangupCause.RECOVERY_ON_TIMER_EXPIRY);
        }
        return call.exchange(say);
    }

    @Override
    public CallId id() {
        return call.id();
    }

    @Override
    public Direction direction() {
        return call.direction();
    }

    @Override
    public PhoneNumber calling() {
        return call.calling();
    }

    @Override
    public PhoneNumber dialled() {
        return call.dialled();
    }

    @Override
    public Optional<String> account() {
        return call.account();
    }

    @Override
    public String origin() {
        return call.origin();
    }

    @Override
    public int rate() {
        return call.rate();
    }

    @Override
    public void ring() {
        call.ring();
    }

    @Override
    public void answer() {
        call.answer();
    }

    @Override
    public void hangUp(HangupCause cause) {
        call.hangUp(cause);
    }

    @Override
    public boolean isOver() {
        return call.isOver();
    }
}
