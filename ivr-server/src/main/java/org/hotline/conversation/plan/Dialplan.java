package org.hotline.conversation.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.triage.Triage;
import org.hotline.conversation.turn.Sentences;
import org.hotline.issue.IssueTree;
import org.hotline.speech.Language;

/**
 * A conversation written down: what may be said, understood and done, step by step. Immutable; any thread.
 *
 * @param name the folder's and the plan's name
 * @param numbers the dialled numbers that lead here
 * @param language what is spoken
 * @param recorded whether calls are recorded
 * @param start the step a call begins with
 * @param operator the way to a person, open at any question; if the plan has one
 * @param issues the tree in which its callers' problems are located, of the hotline that the plan is of; if it has one
 * @param intents what callers may want, with examples of how they say it, in the order written
 * @param steps by name, in the order written; {@link #HANG_UP} is always among them
 * @param queries what the plan may look up, by name
 */
public record Dialplan(
        String name,
        List<String> numbers,
        Language language,
        boolean recorded,
        String start,
        Optional<Operator> operator,
        Optional<IssueTree> issues,
        Map<String, Intent> intents,
        Map<String, Step> steps,
        Map<String, Query> queries) {

    /** The step that every plan has: end the call. */
    public static final String HANG_UP = "hang-up";

    /**
     * What a caller may want.
     *
     * @param called how to name it to the caller, "a late parcel"; empty if it is never read back
     * @param examples how callers say it
     */
    public record Intent(String called, List<String> examples) {}

    /**
     * The way to a person.
     *
     * @param intent the intent that asks for one, whatever was asked
     * @param key the key that does, unless the step gives it another meaning
     * @param words what is listened for while digits or yes and no are expected, in the recognizer's spelling
     * @param then the step that leads there
     */
    public record Operator(String intent, char key, List<String> words, String then) {}

    /** What a recognizer should expect where {@code phrases} are: those, and a call for a person; anything if empty. */
    public List<String> withOperatorWords(List<String> phrases) {
        List<String> words = operator.map(Operator::words).orElse(List.of());
        return phrases.isEmpty()
                ? phrases
                : Stream.concat(phrases.stream(), words.stream()).toList();
    }

    /** The tree that a step of this plan locates problems in; nothing if no step does. */
    public Optional<IssueTree> located() {
        return issues.filter(tree -> steps.values().stream().anyMatch(Step.Locate.class::isInstance));
    }

    /** @throws IllegalArgumentException if there is no such step: the plan was not checked */
    public Step step(String step) {
        Step found = steps.get(step);
        if (found == null) {
            throw new IllegalArgumentException("dialplan " + name + " has no step \"" + step + "\"");
        }
        return found;
    }

    /** Every fixed text that a caller may hear of this plan itself, in the order written. */
    public Set<String> spokenTexts() {
        Set<String> texts = new LinkedHashSet<>();
        for (Step step : steps.values()) {
            step.wordings().forEach(wording -> texts.addAll(wording.texts()));
        }
        intents.values().stream().map(Intent::called).filter(c -> !c.isEmpty()).forEach(texts::add);
        queries.values().forEach(query -> texts.addAll(query.spokenTexts()));
        texts.addAll(Sentences.of(language).all());
        return texts;
    }

    /** Every fixed text of its hotline's tree that a caller may hear; none if no step locates problems. */
    public Set<String> issueTexts() {
        Set<String> texts = new LinkedHashSet<>();
        located()
                .ifPresent(tree ->
                        Triage.wordings(tree, language).forEach(wording -> texts.addAll(new Wording(wording).texts())));
        return texts;
    }
}
