package org.hotline.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.lookup.TrustScore;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.turn.Spelling;
import org.hotline.speech.Piece;

/** The verb lookup: asks the business's tables, or changes them, while the caller waits. */
final class LookingUp {
    private final Talk talk;
    private final Step.Lookup step;

    LookingUp(Talk talk, Step.Lookup step) {
        this.talk = talk;
        this.step = step;
    }

    Next perform() {
        step.say().ifPresent(wording -> talk.say(step, wording));
        Query query = query();
        return new Next.Go(way(outcome(query, look(query))));
    }

    /** The names that the look-up's value {@code slot} holds, which stays no slot; its other values are filled in. */
    Set<String> names(String slot) {
        if (!(look(query()) instanceof Lookups.Result.Found found)) {
            return Set.of();
        }
        found.values().forEach(talk.notes()::fill);
        talk.notes().clear(slot);
        Map<String, Piece> own = new LinkedHashMap<>(found.values());
        own.remove(slot);
        talk.saidBefore().callerOwns(own);
        return found.values().get(slot) instanceof Piece.Text names
                ? Set.of(names.text().strip().split("\\s+"))
                : Set.of();
    }

    private Query query() {
        Query query = talk.plan().queries().get(step.query());
        if (query == null) {
            throw new IllegalStateException("no query \"" + step.query() + "\": the plan was not checked");
        }
        return query;
    }

    private Lookups.Result look(Query query) {
        Map<String, Piece> arguments = arguments(query);
        return arguments.size() < query.parameters().size()
                ? new Lookups.Result.Unknown()
                : talk.caller().whileQuiet(() -> talk.lookups().look(query, named(query, arguments)));
    }

    /** A change gets a name from call, query and values: asked for twice in one call, it is made once. */
    private Map<String, Piece> named(Query query, Map<String, Piece> arguments) {
        return switch (query.does()) {
            case Query.Does.Read ignored -> arguments;
            case Query.Does.Change ignored -> {
                Map<String, Piece> named = new LinkedHashMap<>(arguments);
                named.put(
                        Query.ONCE,
                        new Piece.Text(talk.caller().call() + "/" + query.name() + "/" + written(arguments)));
                yield named;
            }
        };
    }

    private static String written(Map<String, Piece> arguments) {
        return arguments.values().stream().map(Spelling::recorded).collect(Collectors.joining("/"));
    }

    private Map<String, Piece> arguments(Query query) {
        Map<String, Piece> arguments = new LinkedHashMap<>();
        for (int i = 0; i < query.parameters().size(); i++) {
            String parameter = query.parameters().get(i);
            talk.value(step.arguments().get(i)).ifPresent(value -> arguments.put(parameter, value));
        }
        return arguments;
    }

    private String outcome(Query query, Lookups.Result result) {
        return switch (result) {
            case Lookups.Result.Found found -> {
                found.values().forEach(talk.notes()::fill);
                yield query.score()
                        .filter(ignored -> found.outcome().equals(Query.FOUND))
                        .map(score -> judged(query, limited(score.of(found.values()))))
                        .orElse(found.outcome());
            }
            case Lookups.Result.Unknown ignored -> query.nothing();
            case Lookups.Result.Unavailable ignored -> Query.UNAVAILABLE;
            case Lookups.Result.InDoubt ignored -> Query.UNAVAILABLE;
        };
    }

    /** No score gives more than the tree allows for the issue that was located. */
    private TrustScore.Verdict limited(TrustScore.Verdict verdict) {
        return talk.comprehension()
                .triage()
                .flatMap(triage -> talk.notes()
                        .issue()
                        .flatMap(name ->
                                Optional.ofNullable(triage.tree().issues().get(name))))
                .map(issue -> verdict.atMost(issue.trust().tag(), issue.name()))
                .orElse(verdict);
    }

    /** The reasons go into the call's record with the slots. */
    private String judged(Query query, TrustScore.Verdict verdict) {
        talk.notes().fill(query.name() + TrustScore.BECAUSE, new Piece.Text(verdict.because()));
        return verdict.tier();
    }

    /** An outcome that nobody declared is nonsense from the table, so as good as no answer. */
    private String way(String outcome) {
        String declared = step.when().get(outcome);
        return declared != null ? declared : Objects.requireNonNull(step.when().get(Query.UNAVAILABLE));
    }
}
