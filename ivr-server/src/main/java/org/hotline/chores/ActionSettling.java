package org.hotline.chores;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hotline.conversation.action.Action;
import org.hotline.conversation.action.ActionBook;
import org.hotline.conversation.action.ActionBook.Settlement;
import org.hotline.conversation.action.WrittenDown;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.lookup.Query;
import org.hotline.speech.Piece;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles actions of which nobody knows whether they were done (a time-out, a kill): asks for them again with the same name, later
 * and later; after a day of trying tells a person, by the action that the plan names for it.
 */
public final class ActionSettling implements Chore {
    private static final Logger LOG = LoggerFactory.getLogger(ActionSettling.class);
    private static final int PAGE = 100;
    /** A try that is under way takes less. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    /** Some 30 s, 1 min, 2 min ... 4 h, 8 h: about 17 hours in all. */
    private static final int MOST_TRIES = 12;

    private final ActionBook book;
    private final BiFunction<String, String, Optional<Query>> queries;
    private final Lookups lookups;
    private final InstantSource clock;

    /**
     * @param queries what a plan declares, by plan and name
     * @param lookups where actions are asked for; not written down again
     */
    public ActionSettling(
            ActionBook book,
            BiFunction<String, String, Optional<Query>> queries,
            Lookups lookups,
            InstantSource clock) {
        this.book = book;
        this.queries = queries;
        this.lookups = lookups;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "settle-actions";
    }

    @Override
    public Outcome run() {
        Outcome outcome = Outcome.NOTHING;
        try {
            Instant now = clock.instant();
            for (Action action : book.inDoubt(now, now.minus(UNDER_WAY), PAGE)) {
                outcome = settle(action) ? outcome.and() : outcome.but(new IllegalStateException("still in doubt"));
            }
        } catch (ActionBook.Closed away) {
            outcome = outcome.but(away);
        }
        return outcome;
    }

    private boolean settle(Action action) {
        Optional<Query> query = queries.apply(action.plan(), action.query());
        Optional<Settlement> settlement = query.flatMap(
                        known -> WrittenDown.settlement(lookups.look(known, WrittenDown.named(action)), known, true))
                .or(() -> action.tries() >= MOST_TRIES && isTold(action, query)
                        ? Optional.of(Settlement.FOR_A_PERSON)
                        : Optional.empty());
        if (settlement.isEmpty()) {
            book.postpone(action.key(), clock.instant().plus(pause(action.tries())));
            return false;
        }
        book.settle(action.key(), settlement.get(), clock.instant());
        return true;
    }

    private static Duration pause(int tries) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, MOST_TRIES - 2));
    }

    /** True if a person knows: by the plan's own action, or by this line in the log if it names none. */
    private boolean isTold(Action action, Optional<Query> query) {
        LOG.atError()
                .addKeyValue("plan", action.plan())
                .addKeyValue("action", action.query())
                .log("An action stays in doubt: a person has to look whether it was done");
        return query.flatMap(ActionSettling::ticket)
                .flatMap(name -> queries.apply(action.plan(), name))
                .map(ticket -> isMade(lookups.look(ticket, forTicket(ticket, action))))
                .orElse(true);
    }

    private static Optional<String> ticket(Query query) {
        return switch (query.does()) {
            case Query.Does.Change change -> change.ifInDoubt();
            case Query.Does.Read ignored -> Optional.empty();
        };
    }

    private static Map<String, Piece> forTicket(Query ticket, Action action) {
        Map<String, Piece> arguments = new LinkedHashMap<>(action.arguments());
        arguments.keySet().retainAll(ticket.parameters());
        arguments.put(Query.ONCE, new Piece.Text(action.key() + "/" + ticket.name()));
        return arguments;
    }

    private static boolean isMade(Lookups.Result result) {
        return switch (result) {
            case Lookups.Result.Found ignored -> true;
            case Lookups.Result.Unknown ignored -> true;
            case Lookups.Result.Unavailable ignored -> false;
            case Lookups.Result.InDoubt ignored -> false;
        };
    }
}
