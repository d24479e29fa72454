package org.hotline.conversation.lookup;

import java.util.Map;
import org.hotline.speech.Piece;

/** Where queries are answered: the business's own tables. Called behind {@code Caller.whileHolding}, off the call's thread. */
public interface Lookups {
    /** Nothing can be looked up. */
    Lookups NONE = (query, arguments) -> new Result.Unavailable();

    /**
     * Answers a query, or makes a change. Takes a few seconds at the most; may be interrupted. A change that is asked for
     * again with the same {@link Query#ONCE} is not made again.
     *
     * @param arguments one value a parameter, by parameter name; for a change {@link Query#ONCE} as well
     */
    Result look(Query query, Map<String, Piece> arguments);

    /** What came of it; the plan must say what to do with each. */
    sealed interface Result {
        /**
         * There it is.
         *
         * @param outcome one of the query's outcomes
         * @param values by slot name
         */
        record Found(String outcome, Map<String, Piece> values) implements Result {}

        /** There is no such thing, or nothing to change. */
        record Unknown() implements Result {}

        /** It cannot be asked or done now: the store is down, too slow, or answers nonsense. Nothing was changed. */
        record Unavailable() implements Result {}

        /** A change was asked for, and nobody knows whether it was made: asked for again with its name, it is not made twice. */
        record InDoubt() implements Result {}
    }
}
