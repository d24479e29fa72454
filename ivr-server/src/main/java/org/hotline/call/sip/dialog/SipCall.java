package org.hotline.call.sip.dialog;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;
import org.hotline.call.PhoneNumber;
import org.hotline.call.Tick;

/** A telephone call by SIP: its facts, its workings and its signalling. */
public final class SipCall implements Call {
    private final Facts facts;
    private final Workings workings;
    private final Signalling signalling;
    private volatile boolean answered;

    /** What does not change while a call lives. */
    public record Facts(
            CallId id,
            Direction direction,
            PhoneNumber calling,
            PhoneNumber dialled,
            Optional<String> account,
            String origin) {}

    public SipCall(Facts facts, Workings workings, Signalling signalling) {
        this.facts = facts;
        this.workings = workings;
        this.signalling = signalling;
    }

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
    public void ring() {
        signalling.ring();
    }

    @Override
    public void answer() {
        try {
            signalling.answer().join();
            answered = true;
        } catch (CompletionException gone) {
            throw gone.getCause() instanceof CallEnded ended ? ended : gone;
        }
    }

    @Override
    public Tick exchange(Frame say) {
        return workings.line().exchange(say);
    }

    @Override
    public void press(char key, Duration length) {
        workings.line().press(key, length);
    }

    @Override
    public void hangUp(HangupCause cause) {
        workings.line().end(CallEnded.By.US, cause);
        signalling.hangUp(cause);
    }

    @Override
    public boolean isOver() {
        return workings.line().isOver();
    }

    /** True once {@link #answer} has succeeded. */
    public boolean isAnswered() {
        return answered;
    }

    /** Completes when all that was posted to the call's signalling so far is done and has been sent. */
    public CompletableFuture<Void> settled() {
        CompletableFuture<CompletableFuture<Void>> reached = new CompletableFuture<>();
        workings.mailbox().post(() -> reached.complete(signalling.settled()));
        return reached.thenCompose(settled -> settled);
    }

    @Override
    public String toString() {
        return "SipCall[" + facts.id() + "]";
    }
}
