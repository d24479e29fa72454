package org.hotline.understanding.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline.understanding.Example;

/**
 * What panels made of examples that they had not seen: how sure the whole may be is learnt from that. Few examples are
 * held back in turns (five-fold cross-validation), of many only a fifth.
 *
 * <p>If there are few examples of what is out of scope, whole labels are held back too: to a panel that never heard of a
 * label, its examples are strange, and close to what it knows, which is where the border lies.
 */
final class HeldBack {
    private static final int FOLDS = 5;

    /** From so many examples on one fold is enough. */
    private static final int MANY = 1000;

    /** Fewer examples of out of scope say too little about where the border lies. */
    private static final int FEW = 80;

    /** A label that nobody can be told from. */
    private static final int LEAST_LABELS = 3;

    private record Trial(Panel.Opinions opinions, Labels labels, int truth) {}

    private final List<Trial> trials = new ArrayList<>();
    private final boolean fewStrange;

    HeldBack(Grams grams, Pace pace, long seed, List<Example> examples) {
        Labels labels = Labels.of(examples);
        this.fewStrange = examples.stream().filter(Example::isOutOfScope).count() < FEW;
        boolean holdLabels = fewStrange && labels.inScope().size() >= 2 * LEAST_LABELS;
        for (int fold = 0; fold < (examples.size() < MANY ? FOLDS : 1); fold++) {
            List<Example> seen = new ArrayList<>();
            List<Example> held = new ArrayList<>();
            for (int i = 0; i < examples.size(); i++) {
                boolean unheard =
                        holdLabels && labels.inScope().indexOf(examples.get(i).label()) % FOLDS == fold;
                (i % FOLDS == fold || unheard ? held : seen).add(examples.get(i));
            }
            if (Labels.of(seen).size() > 1) {
                Panel panel = new Panel(grams, pace, seed, seen, examples.size());
                held.forEach(example -> trials.add(new Trial(
                        panel.opinions(example.text()),
                        panel.labels(),
                        panel.labels().index(example))));
            }
        }
    }

    Blend blend(int members) {
        return Blend.of(
                members,
                trials.stream()
                        .filter(trial ->
                                trial.truth() >= 0 && !trial.opinions().text().isEmpty())
                        .map(trial -> new Blend.Trial(trial.opinions().scores(), trial.truth()))
                        .toList());
    }

    /** Learnt from all texts of which anything is known; empty if nothing shows what is out of scope. */
    Optional<Novelty> novelty(Blend blend) {
        List<Novelty.Trial> known = trials.stream()
                .filter(trial -> !trial.opinions().text().isEmpty())
                .map(trial -> new Novelty.Trial(
                        Judgement.of(trial.opinions(), blend, trial.labels()).signs(),
                        trial.truth() < 0
                                || trial.truth() == trial.labels().inScope().size()))
                .toList();
        boolean both = known.stream().map(Novelty.Trial::outOfScope).distinct().count() == 2;
        return both ? Optional.of(new Novelty(known, !fewStrange)) : Optional.empty();
    }
}
