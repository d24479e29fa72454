package org.hotline.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;

/**
 * A call in virtual time: frames are exchanged as fast as the code under test asks, and the far side does what its
 * script says, frame by frame. The same script gives the same call every time.
 *
 * <pre>{@code
 * FakeCall call = new FakeCall().waits(ofSeconds(1)).sounds(voice(800, 120, 8000)).presses("12#").hangsUp();
 * }</pre>
 *
 * A script that has run out is silence; a call longer than an hour is a test that hangs, and fails.
 */
public final class FakeCall extends PlainCall {
    private static final int LONGEST = 3600 * Frame.PER_SECOND;
    private static final Duration KEY = Duration.ofMillis(100);

    private final Deque<Deed> script = new ArrayDeque<>();
    private final List<Frame> said = new ArrayList<>();
    private boolean answered;
    private Optional<CallEnded> ended = Optional.empty();

    public FakeCall() {
        super(new CallId("fakecall0001"), Direction.INBOUND, "fake");
    }

    /** What the far side does in one frame. */
    private record Deed(Frame sound, List<Signal> signals, boolean hangsUp) {}

    public FakeCall waits(Duration time) {
        return sounds(Pcm.silence(time, rate()));
    }

    public FakeCall sounds(Pcm sound) {
        sound.frames().forEach(frame -> script.add(new Deed(frame, List.of(), false)));
        return this;
    }

    /** One key a tenth of a second. */
    public FakeCall presses(String keys) {
        for (int at = 0; at < keys.length(); at++) {
            signals(new Signal.Key(keys.charAt(at), KEY));
            waits(KEY.minusMillis(Frame.MILLIS));
        }
        return this;
    }

    public FakeCall signals(Signal signal) {
        script.add(new Deed(Frame.silence(rate()), List.of(signal), false));
        return this;
    }

    public FakeCall hangsUp() {
        script.add(new Deed(Frame.silence(rate()), List.of(), true));
        return this;
    }

    /** Everything said to the far side so far. */
    public List<Frame> said() {
        return List.copyOf(said);
    }

    /** How long the call has lasted, in frame time. */
    public Duration elapsed() {
        return Duration.ofMillis((long) said.size() * Frame.MILLIS);
    }

    public boolean isAnswered() {
        return answered;
    }

    @Override
    public Tick exchange(Frame say) {
        if (said.size() > LONGEST) {
            throw new AssertionError("the call goes on for more than an hour");
        }
        Deed deed = script.isEmpty() ? new Deed(Frame.silence(rate()), List.of(), false) : script.removeFirst();
        if (deed.hangsUp() && ended.isEmpty()) {
            ended = Optional.of(new CallEnded(CallEnded.By.FAR_SIDE, HangupCause.NORMAL_CLEARING));
        }
        ended.ifPresent(over -> {
            throw over;
        });
        said.add(say);
        return new Tick(deed.sound(), deed.signals());
    }

    @Override
    public void hangUp(HangupCause cause) {
        if (ended.isEmpty()) {
            ended = Optional.of(new CallEnded(CallEnded.By.US, cause));
        }
    }

    @Override
    public boolean isOver() {
        return ended.isPresent();
    }

    @Override
    public void answer() {
        answered = true;
    }

    @Override
    public PhoneNumber calling() {
        return new PhoneNumber("1001");
    }

    @Override
    public PhoneNumber dialled() {
        return new PhoneNumber("4000");
    }
}
