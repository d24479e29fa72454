package org.hotline.call;

import java.time.Duration;
import java.util.Optional;
import org.hotline.audio.Frame;

/**
 * One telephone call, seen from our side of the line: twenty milliseconds said in exchange for twenty milliseconds
 * heard.
 *
 * <p>The audio is the clock. Whoever holds the call calls {@link #exchange} again and again; everything that takes time
 * in a talk is counted in its frames. A call belongs to one thread at a time; only {@link #press}, {@link #hangUp}
 * and the accessors may be called from any thread.
 */
public interface Call {
    /** Which way it was set up. */
    enum Direction {
        INBOUND,
        OUTBOUND
    }

    CallId id();

    Direction direction();

    /** Who calls; {@link PhoneNumber#WITHHELD} if unknown. Unverified unless {@link #account()} is present. */
    PhoneNumber calling();

    /** The number that was dialled. */
    PhoneNumber dialled();

    /** The account that proved its password for this call (digest), if it did. */
    Optional<String> account();

    /** Where it comes from and how, for the record and the ladder, e.g. {@code sip:udp:192.0.2.1:5060}. */
    String origin();

    /** The rate in hertz of the frames exchanged: 8,000 for G.711. Constant for the life of the call. */
    int rate();

    /** Tells an inbound caller that we are being alerted (180). Idempotent; no effect once answered. */
    void ring();

    /**
     * Answers an inbound call. Idempotent.
     *
     * @throws CallEnded if the caller is gone already
     */
    void answer();

    /**
     * Says one frame and hears one. Blocks the calling thread until the frame heard is there, about 20 ms on average;
     * falls behind or ahead of the line by a few frames at the most, never for good.
     *
     * @param say 20 ms at {@link #rate()}; silence is said by saying silence
     * @return what was heard meanwhile, always a full frame
     * @throws CallEnded when the call is over; every later exchange throws the same
     */
    Tick exchange(Frame say);

    /**
     * Presses a key towards the far side, after those pressed before: as an event where it knows such, else as the key's two
     * tones in place of what is said. Any thread.
     *
     * @param key one of {@code 0-9 * # A-D}
     * @param length how long it is held, 40 ms to 8 s
     */
    void press(char key, Duration length);

    /**
     * Ends the call, or refuses it if it was not answered. Idempotent; any thread. The owner's next exchange throws
     * {@link CallEnded}.
     */
    void hangUp(HangupCause cause);

    /**
     * Gives an answered call back to the exchange that handed it to us, which goes on with it; the owner's next exchange
     * throws {@link CallEnded}. Any thread.
     *
     * @return false, and nothing happened, if no exchange takes this call back, or not for this: then the owner does it
     *     itself
     */
    default boolean handBack(HandBack what) {
        return false;
    }

    /** True once the call is over, whoever ended it. Any thread. */
    boolean isOver();
}
