package org.hotline.chores;

/** Work on calls that are over, done again and again while nobody waits for it. Safe to break off and repeat. */
public interface Chore {
    /** A short name for logs and pages, e.g. {@code archive}; at most 40 characters. */
    String name();

    /** Does what there is to do now. Belongs to one thread at a time, never a call's. */
    Outcome run();

    /**
     * What a run came to.
     *
     * @param done things done
     * @param failed things that could not be done and are tried again later
     * @param problem what the last failure was, without personal data; empty if there was none
     */
    record Outcome(int done, int failed, String problem) {
        /** There was nothing to do. */
        public static final Outcome NOTHING = new Outcome(0, 0, "");

        /** One more thing done. */
        public Outcome and() {
            return new Outcome(done + 1, failed, problem);
        }

        /** One more thing that failed. */
        public Outcome but(Exception why) {
            return new Outcome(done, failed + 1, String.valueOf(why.getMessage()));
        }
    }
}
