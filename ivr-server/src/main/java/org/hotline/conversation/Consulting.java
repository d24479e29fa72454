package org.hotline.conversation;

import org.hotline.conversation.triage.SecondOpinion;
import org.hotline.issue.belief.Asked;
import org.hotline.issue.belief.Belief;
import org.hotline.issue.belief.Evidence;
import org.hotline.issue.belief.Locator;

/** Asks for a second opinion on what a caller said, while the line is held; only if the words alone do not make it sure. */
record Consulting(Talk talk, Locator locator) {
    /**
     * The words, with the opinion if there was one to be had.
     *
     * @param asked what was asked so far, the question that they answer included
     */
    Evidence.Heard on(Evidence.Heard heard, Belief belief, Asked asked) {
        return talk.comprehension()
                .secondOpinion()
                .map(second -> asking(second, heard, belief.given(heard), asked))
                .orElse(heard);
    }

    private Evidence.Heard asking(SecondOpinion second, Evidence.Heard heard, Belief alone, Asked asked) {
        if (locator.decide(alone, asked).isSure()) {
            return heard;
        }
        SecondOpinion.Question question =
                SecondOpinion.Question.on(heard, alone, talk.plan().language());
        return heard.with(talk.caller().whileQuiet(() -> second.on(question)));
    }
}
