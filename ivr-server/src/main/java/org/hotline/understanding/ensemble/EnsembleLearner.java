package org.hotline.understanding.ensemble;

import java.util.List;
import org.hotline.speech.Language;
import org.hotline.understanding.Example;
import org.hotline.understanding.Learner;
import org.hotline.understanding.TextClassifier;

/** Learns a panel of classifiers and, from examples held back, how sure it may be. */
public final class EnsembleLearner implements Learner {
    private final Pace pace;
    private final long seed;

    public EnsembleLearner(Pace pace) {
        this(pace, 1);
    }

    /** @param seed of what is left to chance */
    public EnsembleLearner(Pace pace, long seed) {
        this.pace = pace;
        this.seed = seed;
    }

    @Override
    public TextClassifier learn(Language language, List<Example> examples) {
        Labels labels = Labels.of(examples);
        if (labels.size() < 2) {
            throw new IllegalArgumentException("examples of at least two labels are needed to tell them apart");
        }
        Grams grams = new Grams(language);
        HeldBack heldBack = new HeldBack(grams, pace, seed, examples);
        Panel panel = new Panel(grams, pace, seed, examples, examples.size());
        Blend blend = heldBack.blend(panel.size());
        Duels duels = new Duels(
                panel.lesson(examples),
                labels.inScope().size(),
                pace.duels(labels.inScope().size(), examples.size()));
        return new Ensemble(panel, blend, duels, heldBack.novelty(blend));
    }
}
