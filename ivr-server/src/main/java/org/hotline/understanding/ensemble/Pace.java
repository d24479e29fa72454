package org.hotline.understanding.ensemble;

import java.util.List;

/** How much time learning may take. */
public enum Pace {
    /** While a server starts: a second for a few thousand examples, of one processor that has nothing else to do. */
    QUICK {
        @Override
        List<Member> members(Lesson lesson, int all, long seed) {
            return all > ENOUGH
                    ? List.of(NetTraining.taught(lesson, SMALL, 12, 0.1, 2 * seed), new NaiveBayes(lesson))
                    : List.of(new SupportVectors(lesson, seed));
        }

        @Override
        int duels(int labels, int all) {
            return 0;
        }
    },
    /** For a benchmark or at night: a minute or two for ten thousand examples. */
    THOROUGH {
        @Override
        List<Member> members(Lesson lesson, int all, long seed) {
            return all > MANY
                    ? List.of(
                            new SupportVectors(lesson, seed),
                            NetTraining.taught(lesson, LARGE, 15, 0.1, 2 * seed),
                            NetTraining.taught(lesson, LARGE, 15, 0.05, 2 * seed + 1),
                            new NaiveBayes(lesson))
                    : List.of(
                            new SupportVectors(lesson, seed),
                            NetTraining.taught(lesson, LARGE, 40, 0.05, 2 * seed),
                            NetTraining.taught(lesson, LARGE, 40, 0.05, 2 * seed + 1));
        }

        @Override
        int duels(int labels, int all) {
            return all > MANY ? EACH * labels : 0;
        }
    };

    /** From so many examples on a small net is both quicker and better than support vectors. */
    private static final int ENOUGH = 1000;

    /** Where a label has but a few dozen examples naive Bayes knows too little of it to have a say, and of a pair of labels too. */
    private static final int MANY = 2000;

    private static final int SMALL = 128;
    private static final int LARGE = 256;

    /** With so many pairs a label, nine of ten times that BANKING77's panel is in two minds there is a duel. */
    private static final int EACH = 8;

    /**
     * @param all how many examples the whole has: who learnt a part of them must have the same members
     */
    abstract List<Member> members(Lesson lesson, int all, long seed);

    /** How many pairs of labels to tell apart once more. */
    abstract int duels(int labels, int all);
}
