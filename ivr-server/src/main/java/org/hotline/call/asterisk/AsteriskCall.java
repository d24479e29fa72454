package org.hotline.call.asterisk;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.CallId;
import org.hotline.call.HandBack;
import org.hotline.call.HangupCause;
import org.hotline.call.PhoneNumber;
import org.hotline.call.Tick;

/**
 * A call that stays in its Asterisk and is handed to us for the talk; or one that Asterisk places for us, which is
 * answered when its sound is connected.
 *
 * <pre>
 *   begin (AGI) -> announced -> answered by us -> AudioSocket connects -> talk -> over -> result (AGI), for 60 s
 *                      \-> refused by us
 * </pre>
 */
final class AsteriskCall implements Call {
    private static final HandBack TO_OPERATOR = new HandBack(HandBack.Way.OPERATOR, "", Optional.empty(), Map.of());
    private static final HandBack TO_HANG_UP = new HandBack(HandBack.Way.HANG_UP, "", Optional.empty(), Map.of());

    private final Facts facts;
    private final Rungs rungs;
    private final AudioLine line;
    private final Duration connectWithin;
    private final Predicate<HandBack> takenBack;
    private final CompletableFuture<Optional<HangupCause>> verdict = new CompletableFuture<>();
    private final CompletableFuture<HandBack> handedBack = new CompletableFuture<>();

    /**
     * What does not change while a call lives.
     *
     * @param key what names it between Asterisk and us
     * @param uniqueId of Asterisk's channel; empty for a call that we place
     * @param account whose phone it is, by the word of Asterisk, if it is an agent's
     */
    record Facts(
            CallId id,
            Direction direction,
            UUID key,
            String uniqueId,
            PhoneNumber calling,
            PhoneNumber dialled,
            Optional<String> account,
            String origin) {}

    /**
     * @param connectWithin how long after our answer Asterisk may take to connect the sound
     * @param takenBack what Asterisk takes back; all else we do ourselves
     */
    AsteriskCall(Facts facts, Rungs rungs, AudioLine line, Duration connectWithin, Predicate<HandBack> takenBack) {
        this.facts = facts;
        this.rungs = rungs;
        this.line = line;
        this.connectWithin = connectWithin;
        this.takenBack = takenBack;
        if (facts.direction() == Direction.OUTBOUND) {
            verdict.complete(Optional.empty()); // Asterisk connects the sound when the far side has answered
        }
    }

    UUID key() {
        return facts.key();
    }

    Rungs rungs() {
        return rungs;
    }

    String uniqueId() {
        return facts.uniqueId();
    }

    AudioLine line() {
        return line;
    }

    /** Whether the call is taken: empty if it is, else why not. */
    CompletableFuture<Optional<HangupCause>> verdict() {
        return verdict;
    }

    boolean isAnswered() {
        return verdict.getNow(Optional.of(HangupCause.NORMAL_CLEARING)).isEmpty();
    }

    /** How Asterisk is to go on, once the call is over. */
    HandBack onward() {
        CallEnded end = line.ended().join();
        boolean served = end.by() == CallEnded.By.US && end.cause() == HangupCause.NORMAL_CLEARING;
        return handedBack.getNow(served ? TO_HANG_UP : TO_OPERATOR);
    }

    void end(CallEnded.By by, HangupCause cause) {
        line.end(new CallEnded(by, cause));
        verdict.complete(Optional.of(cause));
    }

    @Override
    public void answer() {
        line.throwIfEnded();
        verdict.complete(Optional.empty());
        CompletableFuture.anyOf(line.connected(), line.ended())
                .completeOnTimeout(this, connectWithin.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (!line.connected().isDone()) {
            end(CallEnded.By.SIGNALLING_LOST, HangupCause.RECOVERY_ON_TIMER_EXPIRY);
        }
        line.throwIfEnded();
    }

    @Override
    public Tick exchange(Frame say) {
        return line.exchange(say);
    }

    @Override
    public void press(char key, Duration length) {
        line.press(key, length);
    }

    @Override
    public boolean handBack(HandBack what) {
        if (!isAnswered() || isOver() || !takenBack.test(what)) {
            return false;
        }
        handedBack.complete(what);
        end(CallEnded.By.US, HangupCause.NORMAL_CLEARING);
        return true;
    }

    @Override
    public void hangUp(HangupCause cause) {
        end(CallEnded.By.US, cause);
    }

    @Override
    public boolean isOver() {
        return line.isOver();
    }

    @Override
    public void ring() {}

    @Override
    public CallId id() {
        return facts.id();
    }

    @Override
    public Direction direction() {
        return facts.direction();
    }

    @Override
    public PhoneNumber calling() {
        return facts.calling();
    }

    @Override
    public PhoneNumber dialled() {
        return facts.dialled();
    }

    @Override
    public Optional<String> account() {
        return facts.account();
    }

    @Override
    public String origin() {
        return facts.origin();
    }

    @Override
    public int rate() {
        return Frame.TELEPHONE_RATE;
    }

    @Override
    public String toString() {
        return "AsteriskCall[" + facts.id() + "]";
    }
}
