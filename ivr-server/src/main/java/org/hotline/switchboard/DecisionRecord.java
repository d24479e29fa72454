package org.hotline.switchboard;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline.history.CallEvent;
import org.hotline.issue.belief.Act;
import org.hotline.issue.belief.Belief;
import org.hotline.issue.belief.Decision;
import org.hotline.issue.belief.Evidence;
import org.hotline.issue.belief.Opinion;

/** A decision about a caller's issue as it goes into the call's story: what was done, what else was weighed, and why. */
public final class DecisionRecord {
    private static final int MOST = 5;

    private DecisionRecord() {}

    static CallEvent.Decided of(Instant at, int turn, String step, Decision decision, Belief belief) {
        List<CallEvent.Decided.Likely> issues = belief.ranking().stream()
                .limit(MOST)
                .map(ranked -> new CallEvent.Decided.Likely(ranked.issue().name(), ranked.probability()))
                .toList();
        return new CallEvent.Decided(
                at,
                turn,
                step,
                options(decision),
                issues,
                belief.outOfScope(),
                decision.entropy(),
                Optional.of(clues(belief)),
                secondOpinion(belief));
    }

    private static List<String> clues(Belief belief) {
        return belief.evidence().stream()
                .flatMap(piece -> piece instanceof Evidence.Clues clues ? clues.names().stream() : Stream.empty())
                .sorted()
                .toList();
    }

    /** What a language model made of what was heard last, or why it said nothing; nothing if it was not asked. */
    public static Optional<String> secondOpinion(Belief belief) {
        return belief.evidence().reversed().stream()
                .limit(1)
                .flatMap(piece ->
                        piece instanceof Evidence.Heard heard ? inWords(heard.opinion()).stream() : Stream.empty())
                .findFirst();
    }

    private static Optional<String> inWords(Opinion opinion) {
        return switch (opinion) {
            case Opinion.NotAsked notAsked -> Optional.empty();
            case Opinion.Missing missing ->
                Optional.of(
                        switch (missing.why()) {
                            case LATE -> "no answer in time";
                            case FAILED -> "no answer: it failed";
                            case NONSENSE -> "no answer that is one";
                            case RESTING -> "not asked: it failed before";
                        });
            case Opinion.Given given ->
                Optional.of(Stream.concat(
                                given.byIssue().entrySet().stream()
                                        .sorted(Map.Entry.<String, Double>comparingByValue()
                                                .reversed()),
                                Stream.of(Map.entry("none", given.none())))
                        .filter(stated -> stated.getValue() > 0)
                        .map(stated -> String.format(Locale.ROOT, "%s %.2f", stated.getKey(), stated.getValue()))
                        .collect(Collectors.joining(", ")));
        };
    }

    /** What was weighed, cheapest first: the first was done. */
    public static List<CallEvent.Decided.Option> options(Decision decision) {
        return decision.alternatives().stream()
                .limit(MOST)
                .map(weighed -> new CallEvent.Decided.Option(inWords(weighed.act()), weighed.expectedCost()))
                .toList();
    }

    private static String inWords(Act act) {
        return switch (act) {
            case Act.Guide guide -> "guide";
            case Act.AskFacet ask -> "facet " + ask.facet();
            case Act.Offer offer -> "offer " + String.join(" ", offer.options());
            case Act.Confirm confirm -> (confirm.how() == Act.How.EXPLICIT ? "confirm " : "tell ") + confirm.issue();
            case Act.Settle settle -> "settle " + settle.issue();
            case Act.HandOver handOver -> "people";
        };
    }
}
