package org.hotline.bench.locate;

import java.util.List;
import org.hotline.issue.belief.Reliability;

/**
 * A row of the table: who calls, and what is used.
 *
 * @param guess whether the clues that hold are known before the first word
 * @param nBest whether all readings are used, not only the first
 * @param sounds whether how words sound is learnt too; calls use words alone
 * @param fixed questions in a fixed order, what most systems do
 * @param assumed how far answers are trusted
 * @param habits how callers really answer
 */
record Arm(
        String name,
        Who who,
        boolean guess,
        boolean nBest,
        boolean sounds,
        boolean fixed,
        Reliability assumed,
        Habits habits) {
    enum Who {
        /** Any issue alike, nothing known. */
        STRANGERS,
        /** Most have a clue. */
        CUSTOMERS,
        /** Strangers who, once they have said what it is about, ask for a person instead of answering. */
        IMPATIENT,
        /** People who have dialled a wrong number. */
        FOREIGN
    }

    /** Every answer is what it seems. */
    private static final Reliability BLIND = new Reliability(0, 0, 1, 0, 0.05, 0.4, 0, 0);

    /** Twice as often misheard, unheard and unsure as is assumed, and half object to what is wrong. */
    private static final Habits VAGUE = new Habits(0.2, 0.08, 0.06, 0.12, 0.5, 0.5, 0.04, 0.5);

    static List<Arm> all() {
        Arm strangers = new Arm("strangers", Who.STRANGERS, false, true, false, false, Reliability.USUAL, Habits.USUAL);
        Arm guessing = new Arm(
                "customers, guessing", Who.CUSTOMERS, true, true, false, false, Reliability.USUAL, Habits.USUAL);
        return List.of(
                strangers,
                guessing,
                new Arm("- no guess", Who.CUSTOMERS, false, true, false, false, Reliability.USUAL, Habits.USUAL),
                new Arm(
                        "- no other readings",
                        Who.CUSTOMERS,
                        true,
                        false,
                        false,
                        false,
                        Reliability.USUAL,
                        Habits.USUAL),
                new Arm("+ sounds", Who.CUSTOMERS, true, true, true, false, Reliability.USUAL, Habits.USUAL),
                new Arm("- fixed questions", Who.CUSTOMERS, true, true, false, true, Reliability.USUAL, Habits.USUAL),
                new Arm("- answers never doubted", Who.CUSTOMERS, true, true, false, false, BLIND, Habits.USUAL),
                new Arm(
                        "callers vaguer than assumed",
                        Who.CUSTOMERS,
                        true,
                        true,
                        false,
                        false,
                        Reliability.USUAL,
                        VAGUE),
                new Arm(
                        "strangers, + sounds",
                        Who.STRANGERS,
                        false,
                        true,
                        true,
                        false,
                        Reliability.USUAL,
                        Habits.USUAL),
                new Arm("strangers, fixed", Who.STRANGERS, false, true, false, true, Reliability.USUAL, Habits.USUAL),
                new Arm(
                        "who ask for a person",
                        Who.IMPATIENT,
                        false,
                        true,
                        false,
                        false,
                        Reliability.USUAL,
                        Habits.USUAL),
                new Arm("a wrong number", Who.FOREIGN, false, true, false, false, Reliability.USUAL, Habits.USUAL));
    }
}
