package org.hotline.issue.belief;

/** A closed question that may be worth asking. */
final class Question {
    private final Act act;
    private final double[][] answers;
    private final int options;
    private final boolean[] concerned;

    /**
     * A question.
     *
     * @param answers the probability of each answer (row) given each issue (column)
     * @param options how many options the caller has to listen to
     * @param concerned the issues it is about
     */
    Question(Act act, double[][] answers, int options, boolean[] concerned) {
        this.act = act;
        this.answers = answers;
        this.options = options;
        this.concerned = concerned;
    }

    Act act() {
        return act;
    }

    double[][] answers() {
        return answers;
    }

    int options() {
        return options;
    }

    /** How probable it is that it concerns the caller at all. */
    double concerns(double[] belief) {
        double sum = 0;
        for (int place = 0; place < belief.length; place++) {
            sum += concerned[place] ? belief[place] : 0;
        }
        return Math.min(1, sum);
    }
}
