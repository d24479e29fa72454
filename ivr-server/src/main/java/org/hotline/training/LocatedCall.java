package org.hotline.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline.history.CallEvent.Decided;
import org.hotline.history.CallEvent.IssueLocated;
import org.hotline.history.CallEvent.TurnTaken;
import org.hotline.history.TalkStories;
import org.hotline.issue.belief.PastCall;
import org.hotline.speech.Language;

/**
 * A call whose problem was asked for, as its story has it.
 *
 * @param at when it was first asked for
 * @param said what the caller said to the open question; nothing if they said nothing
 * @param issue what it was taken for in the end
 * @param isConfirmed whether the caller said yes to that
 * @param isAccepted whether they did, or heard it and did not object
 * @param clues what was known of the caller before the first word
 */
record LocatedCall(
        Instant at,
        Optional<Utterance> said,
        Optional<String> issue,
        boolean isConfirmed,
        boolean isAccepted,
        Set<String> clues) {

    /** Nothing if no step of the call located problems. */
    static Optional<LocatedCall> of(TalkStories.Story story, Language language) {
        List<Decided> decisions = decisions(story);
        if (decisions.isEmpty()) {
            return Optional.empty();
        }
        Optional<IssueLocated> located = story.events().stream()
                .filter(IssueLocated.class::isInstance)
                .map(IssueLocated.class::cast)
                .reduce((earlier, later) -> later);
        Optional<String> issue = located.map(IssueLocated::issue);
        boolean confirmed = located.map(IssueLocated::confirmed).orElse(false);
        boolean put = act(decisions.getLast()).equals("people");
        boolean told = issue.isPresent()
                && !put
                && decisions.stream().anyMatch(decided -> act(decided).equals("tell " + issue.get()));
        return Optional.of(new LocatedCall(
                decisions.getFirst().at(),
                said(story, language, decisions, issue, put),
                issue,
                confirmed,
                confirmed || told,
                Set.copyOf(decisions.getFirst().clues().orElse(List.of()))));
    }

    /** What trainers are shown of it. */
    Optional<Utterance> unlocated() {
        return isAccepted ? Optional.empty() : said;
    }

    /**
     * What priors are learnt from it; nothing if its issue was neither agreed to nor let pass. Yes alone would flatter the clues: who was
     * guessed right said it, who was guessed wrong mostly let pass what they were told afterwards.
     */
    Optional<PastCall> known() {
        return issue.filter(name -> isAccepted).map(name -> new PastCall(clues, name));
    }

    private static List<Decided> decisions(TalkStories.Story story) {
        return story.events().stream()
                .filter(Decided.class::isInstance)
                .map(Decided.class::cast)
                .filter(decided -> !decided.options().isEmpty())
                .toList();
    }

    private static String act(Decided decided) {
        return decided.options().getFirst().act();
    }

    /** The first words to the open question; to whom it was never put, the first words of all. */
    private static Optional<Utterance> said(
            TalkStories.Story story,
            Language language,
            List<Decided> decisions,
            Optional<String> issue,
            boolean handedOver) {
        List<TurnTaken> turns = new ArrayList<>();
        story.events().forEach(event -> {
            if (event instanceof TurnTaken turn
                    && decisions.stream().anyMatch(decided -> decided.step().equals(turn.step()))) {
                turns.add(turn);
            }
        });
        List<TurnTaken> spoken =
                turns.stream().filter(turn -> !turn.heard().isBlank()).toList();
        return spoken.stream()
                .filter(turn -> isOpen(turn, decisions))
                .findFirst()
                .or(() -> spoken.stream().findFirst())
                .map(turn -> new Utterance(
                        new Utterance.Id(story.call(), turn.number()),
                        turn.at(),
                        language,
                        turn.heard(),
                        story.dialplan(),
                        turn.prompt(),
                        turn.offset(),
                        next(spoken, turn),
                        issue,
                        handedOver));
    }

    private static boolean isOpen(TurnTaken turn, List<Decided> decisions) {
        return decisions.stream()
                .filter(decided -> decided.turn() <= turn.number())
                .reduce((earlier, later) -> later)
                .filter(decided -> act(decided).startsWith("guide"))
                .isPresent();
    }

    private static String next(List<TurnTaken> spoken, TurnTaken turn) {
        int at = spoken.indexOf(turn) + 1;
        return at < spoken.size() ? spoken.get(at).heard() : "";
    }
}
