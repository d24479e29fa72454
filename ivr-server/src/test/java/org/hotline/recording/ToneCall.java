package org.hotline.recording;

import java.time.Instant;
import java.util.Arrays;
import org.hotline.audio.Frame;
import org.hotline.call.CallEnded;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;
import org.hotline.call.PlainCall;
import org.hotline.call.Tick;

/** A call whose caller says frame n as the constant sample n + 1, for {@code length} frames, as fast as it is asked. */
public class ToneCall extends PlainCall {
    private final int length;
    private int heard;
    private volatile boolean over;

    public ToneCall(int length) {
        this(CallId.at(Instant.now()), length);
    }

    public ToneCall(CallId id, int length) {
        super(id, Direction.INBOUND, "test");
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
    public void hangUp(HangupCause cause) {
        over = true;
    }

    @Override
    public boolean isOver() {
        return over;
    }
}
