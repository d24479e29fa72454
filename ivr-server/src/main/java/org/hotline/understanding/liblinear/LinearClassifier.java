package org.hotline.understanding.liblinear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hotline.understanding.Example;
import org.hotline.understanding.Ranking;
import org.hotline.understanding.TextClassifier;

/** A linear model whose scores are made probabilities; out of scope is one more class if there were examples of it. */
record LinearClassifier(LinearModel model, Calibration calibration) implements TextClassifier {
    @Override
    public Ranking classify(String text) {
        List<Double> scores = model.scores(text);
        if (scores.isEmpty()) {
            return Ranking.NOTHING;
        }
        List<Double> probabilities = calibration.probabilities(scores);
        List<Ranking.Ranked> labels = new ArrayList<>();
        double outOfScope = 0;
        for (int i = 0; i < probabilities.size(); i++) {
            String label = model.labels().get(i);
            if (label.equals(Example.OUT_OF_SCOPE)) {
                outOfScope = probabilities.get(i);
            } else {
                labels.add(new Ranking.Ranked(label, probabilities.get(i)));
            }
        }
        labels.sort(Comparator.comparingDouble(Ranking.Ranked::probability).reversed());
        double best = labels.isEmpty() ? 0 : labels.getFirst().probability();
        return new Ranking(labels, outOfScope, best >= calibration.threshold() && best > outOfScope);
    }
}
