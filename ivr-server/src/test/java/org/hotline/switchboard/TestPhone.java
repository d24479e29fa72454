package org.hotline.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.hotline.audio.Frame;
import org.hotline.call.CallEnded;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;
import org.hotline.call.PhoneNumber;
import org.hotline.call.PlainCall;
import org.hotline.call.Signal;
import org.hotline.call.Tick;

/**
 * A call whose far side is played by the test, while it goes on: forty times as fast as a real line, so that the threads of
 * a bridge meet. What the far side says is a level; what it hears is kept.
 */
final class TestPhone extends PlainCall {
    private static final long FRAME_NANOS = 500_000;

    private final String number;
    private final String dialled;
    private final Optional<String> account;
    private final Queue<Signal> signals = new ConcurrentLinkedQueue<>();
    private final List<Character> keysHeard = new CopyOnWriteArrayList<>();
    private final List<Frame> heard = new CopyOnWriteArrayList<>();
    private volatile short level;
    private int calm;
    private volatile boolean rung;
    private volatile boolean answered;
    private volatile Optional<CallEnded> ended = Optional.empty();

    TestPhone(String number, String dialled, Optional<String> account) {
        super(CallId.at(Instant.now()), Direction.INBOUND, "test");
        this.number = number;
        this.dialled = dialled;
        this.account = account;
    }

    static TestPhone dials(String dialled) {
        return new TestPhone("1001", dialled, Optional.empty());
    }

    static TestPhone ofAgent(String account, String dialled) {
        return new TestPhone(account, dialled, Optional.of(account));
    }

    /** From now on the far side says this, over and over. */
    TestPhone says(int newLevel) {
        level = (short) newLevel;
        return this;
    }

    void presses(char key) {
        signals.add(new Signal.Key(key, Duration.ofMillis(100)));
    }

    void signals(Signal signal) {
        signals.add(signal);
    }

    void hangsUp() {
        end(CallEnded.By.FAR_SIDE, HangupCause.NORMAL_CLEARING);
    }

    void dies() {
        end(CallEnded.By.MEDIA_LOST, HangupCause.DESTINATION_OUT_OF_ORDER);
    }

    private synchronized void end(CallEnded.By by, HangupCause cause) {
        if (ended.isEmpty()) {
            ended = Optional.of(new CallEnded(by, cause));
        }
    }

    /** True if one of the last frames said to the far side was this level throughout. */
    boolean hears(int wanted) {
        return latest().stream().anyMatch(frame -> isLevel(frame, wanted));
    }

    /** True if the last frames were neither silence nor a level: music, a voice, a tone. */
    boolean hearsSound() {
        List<Frame> latest = latest();
        return latest.size() == 5
                && latest.stream().allMatch(frame -> frame.rms() > 0 && !isLevel(frame, frame.samples()[0]));
    }

    /** True if every signal was delivered, and a few frames since. */
    boolean wasHeardOut() {
        return signals.isEmpty() && ++calm > 3;
    }

    /** The keys that were pressed towards the far side. */
    List<Character> keysHeard() {
        return List.copyOf(keysHeard);
    }

    List<Frame> heard() {
        return List.copyOf(heard);
    }

    private List<Frame> latest() {
        List<Frame> all = new ArrayList<>(heard);
        return all.subList(Math.max(0, all.size() - 5), all.size());
    }

    private static boolean isLevel(Frame frame, int wanted) {
        for (short sample : frame.samples()) {
            if (sample != wanted) {
                return false;
            }
        }
        return true;
    }

    boolean isAnswered() {
        return answered;
    }

    boolean hasRung() {
        return rung;
    }

    Optional<CallEnded> ended() {
        return ended;
    }

    @Override
    public Tick exchange(Frame say) {
        LockSupport.parkNanos(FRAME_NANOS);
        ended.ifPresent(over -> {
            throw over;
        });
        heard.add(say);
        short[] samples = new short[rate() / Frame.PER_SECOND];
        java.util.Arrays.fill(samples, level);
        Signal signal = signals.poll();
        return new Tick(Frame.of(samples, rate()), signal == null ? List.of() : List.of(signal));
    }

    @Override
    public void press(char key, Duration length) {
        keysHeard.add(key);
    }

    @Override
    public void ring() {
        rung = true;
    }

    @Override
    public void answer() {
        ended.ifPresent(over -> {
            throw over;
        });
        answered = true;
    }

    @Override
    public void hangUp(HangupCause cause) {
        end(CallEnded.By.US, cause);
    }

    @Override
    public boolean isOver() {
        return ended.isPresent();
    }

    @Override
    public PhoneNumber calling() {
        return new PhoneNumber(number);
    }

    @Override
    public PhoneNumber dialled() {
        return new PhoneNumber(dialled);
    }

    @Override
    public Optional<String> account() {
        return account;
    }
}
