package org.hotline.call;

import java.time.Instant;

/** Is told each word of signalling of a call as it crosses the wire, retransmissions included, to draw its ladder. */
@FunctionalInterface
public interface Ladder {
    /** Nobody looks. */
    Ladder NONE = (call, word) -> {};

    /**
     * Any thread of a front; must not block.
     *
     * @param call on whose ladder it stands: of a leg that we placed, the call it was placed for
     */
    void told(CallId call, Word word);

    /**
     * One word.
     *
     * @param leg the caller's, or one that we placed
     * @param sent true if we sent it
     * @param summary method or status, e.g. {@code INVITE}, {@code 200 OK (INVITE)} or {@code AGI begin}; never a number or
     *     a name of a person
     * @param peer the other end, e.g. {@code 192.0.2.1:5060}, or what was dialled there
     */
    record Word(Instant at, Call.Direction leg, boolean sent, String summary, String peer) {}
}
