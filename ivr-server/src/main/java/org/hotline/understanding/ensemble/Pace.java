package org.hotline.understanding.ensemble;

import java.util.List;

/** How much time learning may take. */
public enum Pace {
    /** While a server starts: a second for a thousand examples. */
    QUICK {
        @Override
        List<Member> members(Lesson lesson, long seed) {
            return List.of(new SupportVectors(lesson, seed));
        }
    },
    /** For a benchmark or at night: a minute or two for ten thousand examples. */
    THOROUGH {
        @Override
        List<Member> members(Lesson lesson, long seed) {
            boolean many = lesson.texts().length > 2000;
            int epochs = many ? 15 : 40;
            return List.of(
                    new SupportVectors(lesson, seed),
                    NetTraining.taught(lesson, HIDDEN, epochs, many ? 0.1 : 0.05, 2 * seed),
                    NetTraining.taught(lesson, HIDDEN, epochs, 0.05, 2 * seed + 1));
        }
    };

    private static final int HIDDEN = 256;

    abstract List<Member> members(Lesson lesson, long seed);
}
