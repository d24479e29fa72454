package org.hotline.supervision.web;

import java.util.Optional;
import org.hotline.call.CallId;
import org.hotline.switchboard.Listening;

/** What people steer from the pages. Any thread. */
public interface CallControls {
    /**
     * Changes an agent's state.
     *
     * @param state {@code available}, {@code on-break} or {@code signed-out}
     */
    Outcome changeState(String agent, String state);

    /** Ends a call that goes on. */
    Outcome hangUp(CallId call);

    /** Hears both sides of a call that goes on, without being heard; to be closed. Nothing if it does not go on. */
    Optional<Listening> listen(CallId call);

    /** How it went. */
    sealed interface Outcome {
        /** Done, or under way; the board shows the rest. */
        record Done() implements Outcome {}

        /** There is no such agent or call. */
        record Unknown() implements Outcome {}

        /** @param why in a sentence: what is wrong and what to do */
        record Refused(String why) implements Outcome {}
    }
}
