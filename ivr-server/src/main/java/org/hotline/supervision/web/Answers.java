package org.hotline.supervision.web;

import java.util.function.Supplier;

/** Turns what the house answered into what the browser is told. */
final class Answers {
    private Answers() {}

    /** Goes on if it was done. */
    static void check(CallControls.Outcome outcome, Supplier<Problem> unknown) {
        switch (outcome) {
            case CallControls.Outcome.Done done -> {}
            case CallControls.Outcome.Unknown nobody -> throw unknown.get();
            case CallControls.Outcome.Refused refused ->
                throw new Problem(Problem.Code.REFUSED_NOW, refused.why(), "look at the live board, then try again");
        }
    }
}
