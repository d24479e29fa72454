package org.hotline.conversation.action;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.lookup.Source;
import org.hotline.conversation.turn.Spelling;
import org.hotline.speech.Piece;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lookups whose changes are written down before they are asked for and settled after. A caller who hangs up meanwhile ends the
 * waiting, not the work: a change that was begun is seen through. What is left in doubt is the chore {@code ActionSettling}'s. Any thread.
 */
public final class WrittenDown implements Lookups {
    private static final Logger LOG = LoggerFactory.getLogger(WrittenDown.class);

    private final Lookups lookups;
    private final ActionBook book;
    private final InstantSource clock;

    public WrittenDown(Lookups lookups, ActionBook book, InstantSource clock) {
        this.lookups = lookups;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public Result look(Query query, Map<String, Piece> arguments) {
        return switch (query.does()) {
            case Query.Does.Read ignored -> lookups.look(query, arguments);
            case Query.Does.Change change -> seenThrough(query, change, arguments);
        };
    }

    private Result seenThrough(Query query, Query.Does.Change change, Map<String, Piece> arguments) {
        CompletableFuture<Result> work = new CompletableFuture<>();
        Thread.ofVirtual().name("action-" + query.name()).start(() -> {
            try {
                work.complete(change(query, change, action(query, change, arguments)));
            } catch (ActionBook.Closed closed) {
                LOG.atWarn().addKeyValue("action", query.name()).log("The book of actions cannot be written");
                work.complete(new Result.Unavailable());
            } catch (RuntimeException | Error broken) {
                work.completeExceptionally(broken);
            }
        });
        try {
            return work.get();
        } catch (InterruptedException hungUp) {
            Thread.currentThread().interrupt();
            return new Result.InDoubt();
        } catch (ExecutionException broken) {
            throw new CompletionException(broken.getCause());
        }
    }

    private Result change(Query query, Query.Does.Change change, Action action) {
        return switch (book.intend(action, change)) {
            case ActionBook.Entry.Fresh ignored -> ask(query, action);
            case ActionBook.Entry.InDoubt again -> ask(query, again.earlier());
            case ActionBook.Entry.DoneBefore ignored -> new Result.Unknown();
            case ActionBook.Entry.WithAPerson ignored -> new Result.Unavailable();
            case ActionBook.Entry.OverCap ignored -> new Result.Found(Query.OVER_CAP, Map.of());
        };
    }

    /** What the book cannot be told now stays in doubt there, and is asked for again with the same name. */
    private Result ask(Query query, Action action) {
        Result result = lookups.look(query, named(action));
        settlement(result, query, action.tries() > 0)
                .ifPresent(settlement -> book.settle(action.key(), settlement, clock.instant()));
        return result;
    }

    /**
     * Nothing while it is in doubt. A service that knows a change again tells what came of it; a statement that changes nothing
     * when it is tried again has most likely done so before, and counts as done: rather a person's question than paid twice.
     */
    public static Optional<ActionBook.Settlement> settlement(Lookups.Result result, Query query, boolean tried) {
        return switch (result) {
            case Result.Found ignored -> Optional.of(ActionBook.Settlement.DONE);
            case Result.Unknown ignored ->
                Optional.of(
                        tried && query.source() instanceof Source.Sql
                                ? ActionBook.Settlement.DONE
                                : ActionBook.Settlement.NOT_DONE);
            case Result.Unavailable ignored -> tried ? Optional.empty() : Optional.of(ActionBook.Settlement.NOT_DONE);
            case Result.InDoubt ignored -> Optional.empty();
        };
    }

    /** What is asked for with an action's name. */
    public static Map<String, Piece> named(Action action) {
        Map<String, Piece> named = new LinkedHashMap<>(action.arguments());
        named.put(Query.ONCE, new Piece.Text(action.key()));
        return named;
    }

    private Action action(Query query, Query.Does.Change change, Map<String, Piece> named) {
        Map<String, Piece> arguments = new LinkedHashMap<>(named);
        Piece once = Objects.requireNonNull(arguments.remove(Query.ONCE), "a change without a name");
        String key = Spelling.recorded(once);
        String thing = change.oncePer().isEmpty()
                ? key
                : query.name() + "/"
                        + change.oncePer().stream()
                                .map(parameter -> Spelling.recorded(Objects.requireNonNull(arguments.get(parameter))))
                                .collect(Collectors.joining("/"));
        Optional<Action.Paid> paid = change.payment()
                .map(payment -> new Action.Paid(
                        Spelling.recorded(Objects.requireNonNull(arguments.get(payment.customer()))),
                        Long.parseLong(Spelling.recorded(Objects.requireNonNull(arguments.get(payment.amount()))))));
        return new Action(key, thing, query.plan(), query.name(), Map.copyOf(arguments), paid, clock.instant(), 0);
    }
}
