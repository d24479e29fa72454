package org.hotline.call;

import java.time.Duration;
import java.util.Optional;
import org.hotline.audio.Frame;

/** A call of which nothing is known but its sound, 8 kHz: no numbers, no account, nothing to ring, keys go nowhere. */
public abstract class PlainCall implements Call {
    private final CallId id;
    private final Direction direction;
    private final String origin;

    protected PlainCall(CallId id, Direction direction, String origin) {
        this.id = id;
        this.direction = direction;
        this.origin = origin;
    }

    @Override
    public CallId id() {
        return id;
    }

    @Override
    public Direction direction() {
        return direction;
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
        return origin;
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
    public void press(char key, Duration length) {}
}
