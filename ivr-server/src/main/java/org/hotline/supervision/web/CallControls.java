package org.hotline.supervision.web;

import java.util.List;
import java.util.Optional;
import org.hotline.call.CallId;
import org.hotline.switchboard.Listening;
import org.hotline.switchboard.Supervisors.Voice;

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

    /**
     * Rings an agent's phone, whose owner then hears both sides of a talk and speaks to its agent, or to both.
     *
     * @param owner the name of the agent whose phone it is
     * @param over runs once when the phone has left the talk, or was not answered, if this is done
     */
    Outcome speak(CallId call, Voice voice, String owner, Runnable over);

    /**
     * Sends a caller on.
     *
     * @param to one of the {@link #transferTargets}
     * @param attended the agent announces the caller there first
     */
    Outcome transfer(CallId call, String to, boolean attended);

    /** Where callers may be sent on. */
    List<String> transferTargets();

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
