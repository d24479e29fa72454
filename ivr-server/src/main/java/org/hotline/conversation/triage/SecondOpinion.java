package org.hotline.conversation.triage;

import java.util.List;
import org.hotline.conversation.slot.Masking;
import org.hotline.issue.Issue;
import org.hotline.issue.belief.Belief;
import org.hotline.issue.belief.Evidence;
import org.hotline.issue.belief.Opinion;
import org.hotline.speech.Language;

/**
 * Somebody besides the classifier who can be asked what a caller meant. Never needed: an answer that is late, missing or nonsense is an
 * {@link Opinion.Missing}, never an exception. Any thread but a call's; takes as long as its own budget at the most.
 */
public interface SecondOpinion {
    Opinion on(Question question);

    /**
     * What a caller may have meant by what they said.
     *
     * @param readings what the recognizer may have heard, likeliest first, without numbers
     * @param choices the issues to choose among, likeliest first
     */
    record Question(Language language, List<String> readings, List<Choice> choices) {
        private static final int READINGS = 3;
        private static final int CHOICES = 12;
        private static final int UTTERANCES = 2;

        public Question {
            readings = List.copyOf(readings);
            choices = List.copyOf(choices);
        }

        /** @param belief after the words */
        public static Question on(Evidence.Heard heard, Belief belief, Language language) {
            List<String> readings = heard.readings().stream()
                    .limit(READINGS)
                    .map(reading -> Masking.numbers(language, reading.text()))
                    .distinct()
                    .toList();
            List<Choice> choices = belief.ranking().stream()
                    .limit(CHOICES)
                    .map(ranked -> choice(ranked.issue(), language))
                    .toList();
            return new Question(language, readings, choices);
        }

        private static Choice choice(Issue issue, Language language) {
            List<String> utterances = issue.utterances().in(language, List.of());
            return new Choice(
                    issue.name(),
                    issue.called().in(language, issue.name()),
                    utterances.stream().limit(UTTERANCES).toList());
        }
    }

    /**
     * An issue to choose.
     *
     * @param called how callers are told of it
     * @param utterances some of what callers say who have it
     */
    record Choice(String issue, String called, List<String> utterances) {
        public Choice {
            utterances = List.copyOf(utterances);
        }
    }
}
