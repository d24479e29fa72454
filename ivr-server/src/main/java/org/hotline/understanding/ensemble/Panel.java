package org.hotline.understanding.ensemble;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.hotline.understanding.Example;

/** Members that learnt the same examples, before anybody knows how sure each may be. */
final class Panel implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Out of scope is a wide field: few examples of it count up to so many times, ... */
    private static final int REPEATED = 5;

    /** ... until they are this share of all. */
    private static final double SHARE = 0.05;

    private final Labels labels;
    private final Features features;

    @SuppressWarnings("serial") // the collections of the JDK are serializable
    private final List<Member> members;

    /** @param all how many examples the whole has, of which these may be a part */
    Panel(Grams grams, Pace pace, long seed, List<Example> examples, int all) {
        Stopped.check();
        this.labels = Labels.of(examples);
        this.features = new Features(grams, examples.stream().map(Example::text).toList());
        this.members = pace.members(lesson(examples), all, seed);
    }

    /** These examples with the features that this panel knows. */
    Lesson lesson(List<Example> examples) {
        List<Vector> texts = new ArrayList<>();
        List<Integer> truths = new ArrayList<>();
        int repeated = repeated(examples);
        for (Example example : examples) {
            Vector text = features.of(example.text());
            for (int i = 0; i < (example.isOutOfScope() ? repeated : 1); i++) {
                texts.add(text);
                truths.add(labels.index(example));
            }
        }
        return new Lesson(
                texts.toArray(Vector[]::new),
                truths.stream().mapToInt(Integer::intValue).toArray(),
                labels.size(),
                features.size());
    }

    private static int repeated(List<Example> examples) {
        long outOfScope = examples.stream().filter(Example::isOutOfScope).count();
        return outOfScope == 0 ? 1 : Math.clamp(Math.round(SHARE * examples.size() / outOfScope), 1, REPEATED);
    }

    int size() {
        return members.size();
    }

    Labels labels() {
        return labels;
    }

    /**
     * What the members make of a text.
     *
     * @param text if it is empty the scores say nothing
     * @param scores each member's, by label
     */
    record Opinions(Vector text, List<double[]> scores) {}

    Opinions opinions(String text) {
        Vector vector = features.of(text);
        return new Opinions(
                vector, members.stream().map(member -> member.scores(vector)).toList());
    }
}
