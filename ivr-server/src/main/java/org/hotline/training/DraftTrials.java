package org.hotline.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.hotline.conversation.triage.IssueWords;
import org.hotline.issue.belief.Costs;
import org.hotline.issue.belief.Locator;
import org.hotline.issue.belief.Reliability;
import org.hotline.speech.Language;
import org.hotline.speech.Transcript;
import org.hotline.understanding.Learner;

/** Sentences tried on a draft, which is learnt when somebody asks, and anew when it has changed. Any thread. */
final class DraftTrials {
    private final Learner learner;
    private final Clock clock;
    private final ReentrantLock learning = new ReentrantLock();
    private final Map<Language, Learnt> known = new EnumMap<>(Language.class);

    private record Learnt(Syllabus draft, LocalDate day, Locator locator) {}

    DraftTrials(Learner learner, Clock clock) {
        this.learner = learner;
        this.clock = clock;
    }

    Trial tried(Syllabus draft, Language language, Transcript heard) {
        return Trial.of(locator(draft, language), heard);
    }

    private Locator locator(Syllabus draft, Language language) {
        learning.lock();
        try {
            LocalDate today = LocalDate.now(clock);
            Learnt learnt = known.get(language);
            if (learnt == null || !learnt.draft().equals(draft) || !learnt.day().equals(today)) {
                learnt = new Learnt(draft, today, learn(draft, language, today));
                known.put(language, learnt);
            }
            return learnt.locator();
        } finally {
            learning.unlock();
        }
    }

    private Locator learn(Syllabus draft, Language language, LocalDate today) {
        IssueWords words = IssueWords.of(language, draft.tree(), draft.strangers(language), learner);
        return new Locator(draft.tree(), today, words, draft.priors(), Reliability.USUAL, Costs.USUAL);
    }
}
