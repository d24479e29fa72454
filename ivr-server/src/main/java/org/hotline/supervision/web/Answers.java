package org.hotline.supervision.web;

import java.util.function.Supplier;

/** Turns what the house answered into what the browser is told. */
final class Answers {
    private Answers() {}

    /** Goes on if it was done. */
    static void check(CallControls.Outcome outcome, Supplier<Problem> unknown) {
        switch (outcome) {
            case CallControls.Outcome.Done() -> {}
            case CallControls.Outcome.Unknown() -> throw unknown.get();
            case CallControls.Outcome.Refused(var why) ->
                throw new Problem(Problem.Code.REFUSED_NOW, why, "look at the live board, then try again");
        }
    }
}
