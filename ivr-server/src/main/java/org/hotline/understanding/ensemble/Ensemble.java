package org.hotline.understanding.ensemble;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hotline.understanding.Ranking;
import org.hotline.understanding.TextClassifier;

/**
 * A panel that knows how sure it may be.
 *
 * @param novelty empty if nothing in the examples shows what is out of scope: then everything is in scope
 */
record Ensemble(Panel panel, Blend blend, Duels duels, Optional<Novelty> novelty)
        implements TextClassifier, Serializable {
    @Override
    public Ranking classify(String text) {
        Panel.Opinions opinions = panel.opinions(text);
        if (opinions.text().isEmpty()) {
            return Ranking.NOTHING;
        }
        Judgement judgement = Judgement.of(opinions, blend, panel.labels());
        double outOfScope =
                novelty.map(learnt -> learnt.probability(judgement.signs())).orElse(0.0);
        double[] probabilities = duels.settled(opinions.text(), judgement.labels());
        List<Ranking.Ranked> labels = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            labels.add(new Ranking.Ranked(panel.labels().inScope().get(i), (1 - outOfScope) * probabilities[i]));
        }
        labels.sort(Comparator.comparingDouble(Ranking.Ranked::probability).reversed());
        boolean covered = novelty.map(learnt -> !learnt.isStrange(outOfScope)).orElse(true);
        return new Ranking(labels, outOfScope, covered);
    }
}
