package org.hotline.conversation.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotline.conversation.slot.YesNo;
import org.hotline.issue.Facet;
import org.hotline.speech.Language;
import org.hotline.understanding.Example;
import org.hotline.understanding.Learner;
import org.hotline.understanding.SmallTalk;
import org.hotline.understanding.TextClassifier;
import org.hotline.understanding.Utterances;

/** Understands the spoken answers to one facet's question. */
final class FacetHearing {
    private static final String DOES_NOT_KNOW = "?";
    private static final Map<Language, List<String>> UNKNOWING = Map.of(
            Language.ENGLISH,
            List.of(
                    "i do not know",
                    "i don't know",
                    "no idea",
                    "not sure",
                    "i am not sure",
                    "i can not tell",
                    "i have no idea"),
            Language.MANDARIN,
            List.of("不知道", "不清楚", "不确定", "我不知道", "说不清", "我也不清楚", "不太清楚"));

    /** What people say around an answer. */
    private static final Pattern ENGLISH_FILLERS =
            Pattern.compile("^(?:(?:um|uh|er|well|oh|so) )+|(?: (?:please|i think|i guess|thanks))+$");

    private static final Pattern MANDARIN_FILLERS = Pattern.compile("^(?:嗯|呃|哦|那个|应该是)+|(?:吧|啊|呢|谢谢)+$");

    private final Language language;
    private final Map<String, String> exact = new HashMap<>();
    private final TextClassifier classifier;

    /** What an answer says. */
    sealed interface Heard {
        record Choice(String name) implements Heard {}

        record DoesNotKnow() implements Heard {}

        record SomethingElse() implements Heard {}
    }

    FacetHearing(Language language, Facet facet, Learner learner) {
        this.language = language;
        List<Example> examples = new ArrayList<>();
        facet.choices().forEach((name, choice) -> {
            choice.called().in(language).ifPresent(called -> examples.add(new Example(called, name)));
            choice.utterances()
                    .in(language, List.of())
                    .forEach(utterance -> examples.add(new Example(utterance, name)));
        });
        UNKNOWING
                .getOrDefault(language, List.of())
                .forEach(utterance -> examples.add(new Example(utterance, DOES_NOT_KNOW)));
        examples.forEach(
                example -> exact.putIfAbsent(Utterances.normalised(language, example.text()), example.label()));
        examples.addAll(SmallTalk.in(language));
        this.classifier = learner.learn(language, examples);
    }

    Heard of(String text) {
        String said = Utterances.normalised(language, text);
        return Stream.of(said, withoutFillers(said))
                .flatMap(words -> Optional.ofNullable(exact.get(words)).stream())
                .findFirst()
                .or(() -> classifier.classify(text).answer().map(best -> best.label()))
                .or(() -> yesOrNo(text))
                .map(FacetHearing::heard)
                .orElseGet(Heard.SomethingElse::new);
    }

    private String withoutFillers(String said) {
        Pattern fillers = switch (language) {
            case ENGLISH -> ENGLISH_FILLERS;
            case MANDARIN -> MANDARIN_FILLERS;
        };
        return fillers.matcher(said).replaceAll("");
    }

    /** Yes or no in any words, where one choice is a yes or a no. */
    private Optional<String> yesOrNo(String text) {
        return YesNo.tells(language, text)
                ? Optional.empty()
                : YesNo.read(language, text)
                        .flatMap(yes -> Optional.ofNullable(
                                switch (language) {
                                    case ENGLISH -> exact.get(yes ? "yes" : "no");
                                    case MANDARIN -> exact.get(yes ? "是" : "没有");
                                }));
    }

    private static Heard heard(String label) {
        return label.equals(DOES_NOT_KNOW) ? new Heard.DoesNotKnow() : new Heard.Choice(label);
    }
}
