package org.hotline.conversation.action;

import java.time.Instant;
import java.util.List;
import org.hotline.conversation.lookup.Query;

/**
 * Where actions are written down: what is returned from is durable. Every method throws {@link Closed} if the book cannot be
 * reached, and nothing is changed then. Any thread.
 */
public interface ActionBook {
    /**
     * Writes down that this is going to be asked for.
     *
     * @param action the first try of it
     * @param change its caps, if it pays
     */
    Entry intend(Action action, Query.Does.Change change);

    /** Writes down what came of it. */
    void settle(String key, Settlement settlement, Instant at);

    /** Writes down that it was asked for once more and is still in doubt. */
    void postpone(String key, Instant until);

    /**
     * What is in doubt: asked for, and nobody knows what came of it. Oldest first.
     *
     * @param now those whose time has come
     * @param begunBefore those asked for since may be under way
     */
    List<Action> inDoubt(Instant now, Instant begunBefore, int limit);

    /** What the book says to an intention. */
    sealed interface Entry {
        /** It is new and written down: ask for it. */
        record Fresh() implements Entry {}

        /** The same thing was asked for and is in doubt: ask for that again, by its own name. */
        record InDoubt(Action earlier) implements Entry {}

        /** The same thing was done. */
        record DoneBefore() implements Entry {}

        /** The same thing is with a person, who finds out whether it was done. */
        record WithAPerson() implements Entry {}

        /** It would pay more than may be paid; nothing is written down. */
        record OverCap() implements Entry {}
    }

    /** How it came out. */
    enum Settlement {
        /** It is done: now, or at an earlier try. */
        DONE,
        /** It was not done, and surely will not be: it may be asked for anew. */
        NOT_DONE,
        /** Nobody could find out; a person was told to. */
        FOR_A_PERSON
    }

    /** The book cannot be reached. */
    final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Closed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
