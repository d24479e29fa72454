package org.hotline.recording;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;
import org.hotline.call.PhoneNumber;
import org.hotline.call.Tick;

/** A call whose caller says frame n as the constant sample n + 1, for {@code length} frames, as fast as it is asked. */
public class ToneCall implements Call {
    private final CallId id;
    private final int length;
    private int heard;
    private volatile boolean over;

    public ToneCall(int length) {
        this(CallId.at(Instant.now()), length);
    }

    public ToneCall(CallId id, int length) {
        this.id = id;
        this.length = length;
    }

    /** 20 ms of one value. */
    public static Frame level(int value) {
        short[] samples = new short[160];
        Arrays.fill(samples, (short) value);
        return Frame.of(samples, 8_000);
    }

    @Override
    public Tick exchange(Frame say) {
        if (over || heard == length) {
            over = true;
            throw new CallEnded(CallEnded.By.FAR_SIDE, HangupCause.NORMAL_CLEARING);
        }
        return new Tick(level(++heard));
    }

    @Override
    public CallId id() {
        return id;
    }

    @Override
    public Direction direction() {
        return Direction.INBOUND;
    }

    @Override
    public PhoneNumber calling() {
        return PhoneNumber.WITHHELD;
    }

    @Override
    public PhoneNumber dialled() {
        return new PhoneNumber("4000");
    }

    @Override
    public Optional<String> account() {
        return Optional.empty();
    }

    @Override
    public String origin() {
        return "test";
    }

    @Override
    public int rate() {
        return 8_000;
    }

    @Override
    public void ring() {}

    @Override
    public void answer() {}

    @Override
    public void hangUp(HangupCause cause) {
        over = true;
    }

    @Override
    public boolean isOver() {
        return over;
    }
}
