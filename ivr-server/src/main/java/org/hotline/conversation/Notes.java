package org.hotline.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.conversation.plan.Scale;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.turn.Spelling;
import org.hotline.conversation.turn.TalkListener;
import org.hotline.conversation.turn.Turn;
import org.hotline.issue.belief.Belief;
import org.hotline.issue.belief.Decision;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;

/** What the conversation notes down as it goes: turns, slots and the issue. */
final class Notes {
    /** The slot that names the issue to the caller. */
    static final String ISSUE = "issue";

    /** The slot that names a second issue, for whoever takes the call before it is seen to. */
    static final String SECOND_ISSUE = "second-issue";

    /** The slot that tells agents of a caller's mood. */
    static final String MOOD = "mood";

    /** What a turn was understood as, and the mood, of who was put through for being angry. */
    static final String ANGRY = "angry";

    /** The slot that names what it may be about, to whoever takes over a caller whose issue was not found. */
    static final String LIKELY_ISSUE = "likely-issue";

    private final Language language;
    private final TalkListener listener;
    private final Map<String, Piece> slots = new LinkedHashMap<>();
    private final List<Turn> turns = new ArrayList<>();
    private Optional<String> issue = Optional.empty();
    private boolean confirmed;
    private boolean person;
    private Optional<Step.Locate> locatedBy = Optional.empty();
    private Optional<Second> second = Optional.empty();
    private final List<Step.Collect> collected = new ArrayList<>();
    private Guess guess = Guess.OPEN;

    /** What became of what a look-up knows of the caller. */
    private enum Guess {
        OPEN,
        AGREED,
        TAKEN,
        REFUSED
    }

    Notes(Language language, TalkListener listener) {
        this.language = language;
        this.listener = listener;
    }

    Map<String, Piece> slots() {
        return slots;
    }

    void fill(String slot, Piece value) {
        slots.put(slot, value);
    }

    void clear(String slot) {
        slots.remove(slot);
    }

    /** The steps that have got a value which the caller agreed to, the latest first. */
    List<Step.Collect> collected() {
        return collected.reversed();
    }

    void collected(Step.Collect step) {
        collected.remove(step);
        collected.add(step);
    }

    /** The caller takes back what the step got; what a look-up knows is not it then either. */
    void takeBack(Step.Collect step) {
        collected.remove(step);
        slots.remove(step.slot());
        guess = Guess.REFUSED;
    }

    void locate(String intent, boolean agreed) {
        issue = Optional.of(intent);
        confirmed = agreed;
    }

    /** Where the issue was located; nothing if no step has located it in a tree. */
    Optional<Step.Locate> locatedBy() {
        return locatedBy;
    }

    void locating(Step.Locate step) {
        locatedBy = Optional.of(step);
    }

    /** Keeps a second problem for later. */
    void keep(Second told, String called) {
        second = Optional.of(told);
        slots.put(SECOND_ISSUE, new Piece.Text(called));
    }

    /** The second problem, which is seen to now. */
    Optional<Second> takeSecond() {
        Optional<Second> taken = second;
        second = Optional.empty();
        slots.remove(SECOND_ISSUE);
        return taken;
    }

    /** Where to go on: after the first problem with the second one, if there is one. */
    String onward(String step) {
        return second.map(Second::step)
                .filter(locate -> locate.then().equals(step))
                .map(Step::name)
                .orElse(step);
    }

    Optional<String> issue() {
        return issue;
    }

    /** What a plan may branch on: the issue's intent, or a slot's value as text. */
    Optional<String> branchValue(String slot) {
        return slot.equals(ISSUE) ? issue : Optional.ofNullable(slots.get(slot)).map(Spelling::recorded);
    }

    /** The caller said yes or no to what a look-up knows of them. */
    void answersGuess(boolean yes) {
        guess = yes ? Guess.AGREED : Guess.REFUSED;
    }

    void takesGuess() {
        guess = Guess.TAKEN;
    }

    /** For another problem it may hold once more, unless the caller refused it. */
    void offersGuessAgain() {
        guess = guess == Guess.REFUSED ? guess : Guess.OPEN;
    }

    boolean hasAgreedToGuess() {
        return guess == Guess.AGREED;
    }

    /** A guess that was taken and asked for again was no use. */
    boolean mayGuess() {
        return guess == Guess.OPEN || guess == Guess.AGREED;
    }

    void needsAPerson() {
        person = true;
    }

    boolean neededAPerson() {
        return person;
    }

    void rated(Scale scale, int score) {
        listener.rated(scale.kind(), score);
    }

    List<Turn> turns() {
        return turns;
    }

    int nextTurn() {
        return turns.size() + 1;
    }

    void add(Turn turn) {
        turns.add(turn);
        listener.turned(turn);
    }

    void decided(String step, Decision decision, Belief belief) {
        listener.decided(nextTurn(), step, decision, belief);
    }

    boolean hasLocated() {
        return issue.isPresent();
    }

    Known known() {
        Map<String, String> recorded = new LinkedHashMap<>();
        slots.forEach((slot, value) -> recorded.put(slot, Spelling.recorded(value)));
        return new Known(language, issue, confirmed, Map.copyOf(recorded), List.copyOf(turns));
    }
}
