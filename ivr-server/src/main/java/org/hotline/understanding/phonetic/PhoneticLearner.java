package org.hotline.understanding.phonetic;

import java.util.List;
import org.hotline.speech.Language;
import org.hotline.understanding.Example;
import org.hotline.understanding.Learner;
import org.hotline.understanding.TextClassifier;

/** Learns twice, from the words and from their sounds: of what is misheard, one of the two is often still right. */
public final class PhoneticLearner implements Learner {
    private final Learner learner;

    /** @param learner of either */
    public PhoneticLearner(Learner learner) {
        this.learner = learner;
    }

    @Override
    public TextClassifier learn(Language language, List<Example> examples) {
        List<Example> sounds = examples.stream()
                .map(example -> new Example(Sounds.of(language, example.text()), example.label()))
                .toList();
        return new TwoVoices(language, learner.learn(language, examples), learner.learn(language, sounds));
    }
}
