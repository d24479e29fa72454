package org.hotline.issue.belief;

import java.util.List;
import java.util.Optional;

/** What to do next in order to locate an issue. */
public sealed interface Act {

    /**
     * Let the caller describe it: the open question, or the open question again with a hint.
     *
     * @param attempt 1 for the first time
     * @param examples groups or issues to name as examples; empty the first time
     */
    record Guide(int attempt, List<String> examples) implements Act {}

    /** Ask for what tells the likely issues apart. */
    sealed interface Supplement extends Act {}

    /** Ask a facet's question. */
    record AskFacet(String facet) implements Supplement {}

    /**
     * "Is it about A, B or C?", or none of these.
     *
     * @param options two or more names of issues or groups, likeliest first, none below another
     */
    record Offer(List<String> options) implements Supplement {}

    /**
     * "Is it about ...?", and wait for yes or no; or just say so, go on, and hear an objection.
     *
     * @param clue what made it likely before the caller said a word: then this is a guess, in the clue's own words
     */
    record Confirm(String issue, How how, Optional<String> clue) implements Act {}

    enum How {
        EXPLICIT,
        IMPLICIT
    }

    /** It is this one: answer, flow or people, as the issue says. */
    record Settle(String issue) implements Act {}

    /**
     * Put the caller through with what is known.
     *
     * @param likeliest the issue it may be about, so that the right queue gets it
     */
    record HandOver(Why why, Optional<String> likeliest) implements Act {}

    enum Why {
        /** It is most likely none of the issues. */
        OUT_OF_SCOPE,
        /** A person costs the caller less than what could still be asked. */
        NOT_WORTH_ASKING,
        /** As many questions were asked as may be. */
        ASKED_ENOUGH
    }
}
