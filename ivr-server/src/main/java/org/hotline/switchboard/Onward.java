package org.hotline.switchboard;

import org.hotline.history.Ending;

/** How a caller's way goes on after a move. */
sealed interface Onward {
    /** Back into the conversation, at this step of the plan. */
    record Talk(String step) implements Onward {}

    /** Into this queue, with no end but the queue's own. */
    record Queue(String queue) implements Onward {}

    /** To where an agent asked for, and {@code otherwise} if nobody answers there. */
    record Transfer(Referral referral, Onward otherwise) implements Onward {}

    /** The call is served and to be hung up. */
    record Finished(Ending ending) implements Onward {}
}
