package org.hotline.supervision.web;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.function.Supplier;
import org.hotline.access.Passwords;
import org.hotline.access.Staff;

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

    /** A change of the staff. */
    interface StaffChange<T> {
        T make() throws Staff.Refused, Passwords.Busy;
    }

    /** What came of a change of the staff; a refusal is told as such. */
    @CanIgnoreReturnValue
    static <T> T of(StaffChange<T> change) {
        try {
            return change.make();
        } catch (Staff.Refused refused) {
            throw new Problem(code(refused.reason()), refused.sentence(), "change it accordingly, then try again");
        } catch (Passwords.Busy busy) {
            throw busy();
        } catch (IllegalArgumentException wrong) {
            throw Requests.bad(String.valueOf(wrong.getMessage()));
        }
    }

    static Problem busy() {
        return new Problem(Problem.Code.BUSY, "many people are logging in", "try again in a few seconds");
    }

    private static Problem.Code code(Staff.Reason reason) {
        return switch (reason) {
            case NAME_TAKEN -> Problem.Code.NAME_TAKEN;
            case NO_SUCH_USER -> Problem.Code.NO_SUCH_USER;
            case LAST_ADMIN -> Problem.Code.LAST_ADMIN;
            case WEAK_PASSWORD -> Problem.Code.WEAK_PASSWORD;
            case WRONG_PASSWORD -> Problem.Code.WRONG_OLD_PASSWORD;
        };
    }
}
