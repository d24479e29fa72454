package org.hotline.conversation.turn;

import org.hotline.issue.belief.Belief;
import org.hotline.issue.belief.Decision;

/** Hears how a conversation goes, as it goes. Called on the call's thread; must be quick and must not throw. */
public interface TalkListener {
    /** Nobody listens. */
    TalkListener NONE = new TalkListener() {
        @Override
        public void saying(String prompt) {}

        @Override
        public void hearing(String partial) {}

        @Override
        public void turned(Turn turn) {}
    };

    /** We begin to say this. */
    void saying(String prompt);

    /** The caller's words so far; may change. */
    void hearing(String partial);

    /** A turn is over. */
    void turned(Turn turn);

    /**
     * It was weighed what to do next to locate the issue.
     *
     * @param turn the number of the turn that follows
     * @param belief what it was weighed on
     */
    default void decided(int turn, String step, Decision decision, Belief belief) {}

    /** The caller rated the call. */
    default void rated(String scale, int score) {}
}
