package org.hotline.bench.locate;

/**
 * How callers answer, and how their answers arrive. Shares, 0 to 1.
 *
 * @param keys of answers to closed questions given by key, which arrive as they were meant
 * @param misheard of spoken ones that arrive as another answer
 * @param unheard of all answers that do not arrive at all
 * @param unsure of callers who do not know the answer to a question that concerns their issue
 * @param unconcerned likewise if it does not
 * @param objects of callers who object when they are told another issue than theirs
 * @param objectsWrongly of callers who seem to object though they were told the right one
 * @param saysMore of callers who, having said no to a guess, go on to say what it is
 */
record Habits(
        double keys,
        double misheard,
        double unheard,
        double unsure,
        double unconcerned,
        double objects,
        double objectsWrongly,
        double saysMore) {
    static final Habits USUAL = new Habits(0.2, 0.04, 0.03, 0.06, 0.5, 0.75, 0.02, 0.5);

    /** The same of callers who really speak: what is misheard or lost on the way is not supposed. */
    static final Habits SPOKEN = new Habits(0.2, 0, 0, 0.06, 0.5, 0.75, 0, 0.5);
}
