package org.hotline.call;

import java.time.Duration;
import java.util.Optional;
import org.hotline.audio.Frame;

/** A call around another: everything is the other one's, but for what a subclass does in its own way. */
public abstract class ForwardingCall implements Call {
    private final Call call;

    protected ForwardingCall(Call call) {
        this.call = call;
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
    public Tick exchange(Frame say) {
        return call.exchange(say);
    }

    @Override
    public void press(char key, Duration length) {
        call.press(key, length);
    }

    @Override
    public void hangUp(HangupCause cause) {
        call.hangUp(cause);
    }

    @Override
    public boolean handBack(HandBack what) {
        return call.handBack(what);
    }

    @Override
    public boolean isOver() {
        return call.isOver();
    }
}
