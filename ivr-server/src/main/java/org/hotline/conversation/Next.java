package org.hotline.conversation;

import org.hotline.conversation.plan.Move;

/** Where a step leads. */
sealed interface Next {
    /** On with another step. */
    record Go(String step) implements Next {}

    /** Out of the conversation. */
    record Leave(Move move) implements Next {}
}
