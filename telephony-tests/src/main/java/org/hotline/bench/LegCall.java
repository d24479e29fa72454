package org.hotline.bench;

import java.time.Instant;
import java.util.Optional;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;
import org.hotline.call.PhoneNumber;
import org.hotline.call.Tick;
import org.hotline.call.rtp.RtpLeg;

/** An answered call that has media but no signalling. */
final class LegCall implements Call {
    private final CallId id = CallId.at(Instant.now());
    private final RtpLeg leg;

    LegCall(RtpLeg leg) {
        this.leg = leg;
    }

    @Override
    public CallId id() {
        return id;
    }

    @Override
    public Direction direction() {
        return Direction.OUTBOUND;
    }

    @Override
    public PhoneNumber calling() {
        return PhoneNumber.WITHHELD;
    }

    @Override
    public PhoneNumber dialled() {
        return PhoneNumber.WITHHELD;
    }

    @Override
    public Optional<String> account() {
        return Optional.empty();
    }

    @Override
    public String origin() {
        return "bench:" + leg.local();
    }

    @Override
    public int rate() {
        return Frame.TELEPHONE_RATE;
    }

    @Override
    public void ring() {}

    @Override
    public void answer() {}

    @Override
    public Tick exchange(Frame say) {
        return leg.exchange(say);
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
