package org.hotline.conversation;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.issue.Issue;
import org.hotline.issue.Outcome;
import org.hotline.understanding.Utterances;

/** What a plan serves itself, in the very words that its people wrote: for them it is no outburst but a wish. */
record Served(Dialplan plan) {
    /** Whether the words are an example of something that is not just put through. */
    boolean serves(String text) {
        String said = normalised(text);
        Stream<String> examples = plan.intents().entrySet().stream()
                .filter(intent -> !plan.operator()
                        .map(operator -> operator.intent().equals(intent.getKey()))
                        .orElse(false))
                .flatMap(intent -> intent.getValue().examples().stream());
        Stream<String> utterances = plan.located().stream()
                .flatMap(tree -> tree.issues().values().stream())
                .filter(issue -> !(issue.outcome() instanceof Outcome.Agents))
                .map(this::utterances)
                .flatMap(Collection::stream);
        return Stream.concat(examples, utterances).map(this::normalised).anyMatch(said::equals);
    }

    private List<String> utterances(Issue issue) {
        return issue.utterances().in(plan.language(), List.of());
    }

    private String normalised(String text) {
        return Utterances.normalised(plan.language(), text);
    }
}
