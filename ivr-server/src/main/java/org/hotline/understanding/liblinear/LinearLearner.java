package org.hotline.understanding.liblinear;

import java.util.List;
import org.hotline.speech.Language;
import org.hotline.understanding.Example;
import org.hotline.understanding.Learner;
import org.hotline.understanding.TextClassifier;

/** Learns a support vector machine over n-grams and, by cross-validation, how sure its scores are. */
public final class LinearLearner implements Learner {
    @Override
    public TextClassifier learn(Language language, List<Example> examples) {
        if (examples.stream().map(Example::label).distinct().count() < 2) {
            throw new IllegalArgumentException("examples of at least two labels are needed to tell them apart");
        }
        Ngrams ngrams = new Ngrams(language);
        return new LinearClassifier(new LinearModel(ngrams, examples), Calibration.of(ngrams, examples));
    }
}
