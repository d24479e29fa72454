package org.hotline.call.sip.stack;

import java.time.Instant;
import org.hotline.call.CallId;

/** Is told each SIP message of a call as it crosses the wire, retransmissions included, to draw its ladder. */
@FunctionalInterface
public interface Ladder {
    /** Nobody looks. */
    Ladder NONE = (call, at, sent, summary, peer) -> {};

    /**
     * Any thread of the stack; must not block.
     *
     * @param sent true if we sent it
     * @param summary method or status, e.g. {@code INVITE} or {@code 200 OK (INVITE)}; never a number or a name
     * @param peer the other end, e.g. {@code 192.0.2.1:5060}
     */
    void message(CallId call, Instant at, boolean sent, String summary, String peer);
}
