package org.hotline.recording;

import java.util.concurrent.CompletableFuture;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.ForwardingCall;
import org.hotline.call.HangupCause;
import org.hotline.call.Tick;

/**
 * A call that is recorded while it is held: stereo, left what the caller says, right what the caller hears, be it the
 * bot, music or an agent. The recording begins with the answer and ends with the call, and its time is the call's: frame
 * n of the file is exchange n.
 *
 * <p>Threads as for {@link Call}; {@link #pause}, {@link #resume}, {@link #discard} and {@link #close} from any.
 */
public final class Recorder extends ForwardingCall implements AutoCloseable {
    private final Tape tape;
    private volatile boolean answered;
    private volatile boolean paused;

    Recorder(Call call, Tape tape) {
        super(call);
        this.tape = tape;
        this.answered = call.direction() == Direction.OUTBOUND;
    }

    /** File of the recording, relative to the recordings folder. */
    public String file() {
        return tape.file();
    }

    /** Keeps silence instead of sound until {@link #resume}, e.g. while a card number is said (PCI DSS 3.3). */
    public void pause() {
        paused = true;
    }

    /** Ends a {@link #pause}. */
    public void resume() {
        paused = false;
    }

    /** The caller does not consent: stops recording and deletes what there is of it. The call goes on. */
    public void discard() {
        tape.discard();
    }

    /** True if some sound was lost because the disk is full, slow or broken. */
    public boolean isDegraded() {
        return tape.isDegraded();
    }

    /** Completed when the call is over and its file is whole and on the disk. */
    public CompletableFuture<Recording> finished() {
        return tape.finished();
    }

    @Override
    public Tick exchange(Frame say) {
        try {
            Tick tick = super.exchange(say);
            record(tick.heard(), say);
            return tick;
        } catch (CallEnded over) {
            tape.end();
            throw over;
        }
    }

    private void record(Frame heard, Frame said) {
        if (!answered) {
            return;
        }
        if (paused) {
            tape.skip();
        } else {
            tape.accept(heard, said);
        }
    }

    @Override
    public void answer() {
        super.answer();
        answered = true;
    }

    @Override
    public void hangUp(HangupCause cause) {
        super.hangUp(cause);
        tape.end();
    }

    /** Ends the recording, not the call. Idempotent. */
    @Override
    public void close() {
        tape.end();
    }
}
