package org.hotline.understanding.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.hotline.speech.Language;
import org.hotline.understanding.Example;
import org.hotline.understanding.Ranking;
import org.hotline.understanding.SmallTalk;
import org.hotline.understanding.TextClassifier;
import org.junit.jupiter.api.Test;

class EnsembleLearnerTest {
    private static final List<Example> ENGLISH = examples(Map.of(
            "parcel",
            List.of("where is my parcel", "my package is late", "when will my parcel come", "track my package"),
            "refund",
            List.of("where is my refund", "i want a refund", "when do i get the refund", "refund my order please"),
            "password",
            List.of("i forgot my password", "my account is locked", "i cannot log in", "reset my password"),
            "invoice",
            List.of("i need an invoice", "send me the invoice", "invoice for my order", "the invoice is wrong"),
            "address",
            List.of("change my address", "i have moved house", "the address is wrong", "deliver to another address"),
            "person",
            List.of("i want to talk to a person", "an agent please", "put me through to a human", "call centre")));

    private static final List<Example> MANDARIN = examples(Map.of(
            "parcel", List.of("我的快递在哪里", "包裹怎么还没到", "快递什么时候送到", "查一下物流"),
            "refund", List.of("我要退款", "退款什么时候到账", "把钱退给我", "退款还没收到"),
            "password", List.of("密码忘了", "账号登录不了", "我的账号被锁了", "怎么重置密码")));

    private static List<Example> examples(Map<String, List<String>> texts) {
        List<Example> examples = new ArrayList<>();
        new TreeMap<>(texts).forEach((label, all) -> all.forEach(text -> examples.add(new Example(text, label))));
        return examples;
    }

    private static TextClassifier learnt(Pace pace, Language language, List<Example> examples) {
        List<Example> all = new ArrayList<>(examples);
        all.addAll(SmallTalk.in(language));
        return new EnsembleLearner(pace).learn(language, all);
    }

    private static String likeliest(TextClassifier classifier, String text) {
        return classifier.classify(text).likeliest().orElseThrow().label();
    }

    @Test
    void learningStopsWhenItsThreadIsInterrupted() {
        EnsembleLearner learner = new EnsembleLearner(Pace.QUICK);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> learner.learn(Language.ENGLISH, ENGLISH))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void knowsOtherWordsForTheSame() {
        for (Pace pace : Pace.values()) {
            TextClassifier english = learnt(pace, Language.ENGLISH, ENGLISH);
            assertThat(likeliest(english, "give me my money back")).isEqualTo("refund");
            assertThat(likeliest(english, "connect me with a representative")).isEqualTo("person");
            assertThat(likeliest(english, "pass code forgotten")).isEqualTo("password");
            TextClassifier mandarin = learnt(pace, Language.MANDARIN, MANDARIN);
            assertThat(likeliest(mandarin, "我的 货物 到哪儿了")).isEqualTo("parcel");
            assertThat(likeliest(mandarin, "口令 不记得 了")).isEqualTo("password");
        }
    }

    @Test
    void probabilitiesSumToOne() {
        TextClassifier english = learnt(Pace.QUICK, Language.ENGLISH, ENGLISH);
        for (String text : List.of("where is my parcel", "is it going to rain", "refund", "a")) {
            Ranking ranking = english.classify(text);
            assertThat(ranking.labels()).extracting(Ranking.Ranked::label).doesNotContain(Example.OUT_OF_SCOPE);
            assertThat(ranking.outOfScope()
                            + ranking.labels().stream()
                                    .mapToDouble(Ranking.Ranked::probability)
                                    .sum())
                    .as(text)
                    .isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void smallTalkIsStrangerThanAWish() {
        for (Pace pace : Pace.values()) {
            TextClassifier english = learnt(pace, Language.ENGLISH, ENGLISH);
            Ranking wish = english.classify("hello where is my package please");
            Ranking talk = english.classify("the weather is nice and my dog is sleeping");
            assertThat(wish.answer()).isPresent();
            assertThat(talk.answer()).isEmpty();
            assertThat(talk.outOfScope()).isGreaterThan(wish.outOfScope());
        }
    }

    @Test
    void whatIsWhollyUnknownIsNothing() {
        TextClassifier mandarin = learnt(Pace.QUICK, Language.MANDARIN, MANDARIN);
        assertThat(mandarin.classify("")).isEqualTo(Ranking.NOTHING);
        assertThat(mandarin.classify("xyz")).isEqualTo(Ranking.NOTHING);
        assertThat(mandarin.classify("?".repeat(100_000))).isEqualTo(Ranking.NOTHING);
    }

    @Test
    void theSameExamplesGiveTheSameClassifier() {
        for (Pace pace : Pace.values()) {
            String text = "my parcel and my money";
            assertThat(learnt(pace, Language.ENGLISH, ENGLISH).classify(text))
                    .isEqualTo(learnt(pace, Language.ENGLISH, ENGLISH).classify(text));
        }
    }

    @Test
    void twoLabelsAreEnoughAndOneIsNot() {
        List<Example> two = ENGLISH.stream()
                .filter(example -> List.of("refund", "parcel").contains(example.label()))
                .toList();
        TextClassifier classifier = new EnsembleLearner(Pace.QUICK).learn(Language.ENGLISH, two);
        assertThat(classifier.classify("money back").answer().orElseThrow().label())
                .isEqualTo("refund");
        List<Example> one = two.subList(0, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EnsembleLearner(Pace.QUICK).learn(Language.ENGLISH, one))
                .withMessageContaining("two labels");
    }
}
