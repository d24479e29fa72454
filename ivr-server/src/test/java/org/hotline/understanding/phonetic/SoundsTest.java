package org.hotline.understanding.phonetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hotline.speech.Language;
import org.hotline.understanding.Example;
import org.hotline.understanding.Learner;
import org.hotline.understanding.Ranking;
import org.hotline.understanding.TextClassifier;
import org.hotline.understanding.ensemble.EnsembleLearner;
import org.hotline.understanding.ensemble.Pace;
import org.junit.jupiter.api.Test;

class SoundsTest {
    @Test
    void englishWordsThatSoundAlikeAreWrittenAlike() {
        assertThat(Sounds.of(Language.ENGLISH, "Where's the mail?"))
                .isEqualTo(Sounds.of(Language.ENGLISH, "wears the male"));
        assertThat(Sounds.of(Language.ENGLISH, "refund")).isNotEqualTo(Sounds.of(Language.ENGLISH, "parcel"));
    }

    @Test
    void mandarinSyllablesThatAreConfusedAreWrittenAlike() {
        assertThat(Sounds.of(Language.MANDARIN, "退款")).isEqualTo(Sounds.of(Language.MANDARIN, "腿宽"));
        assertThat(Sounds.of(Language.MANDARIN, "牛奶")).isEqualTo(Sounds.of(Language.MANDARIN, "流来"));
        assertThat(Sounds.of(Language.MANDARIN, "知道")).isEqualTo(Sounds.of(Language.MANDARIN, "资 到"));
        assertThat(Sounds.of(Language.MANDARIN, "银行")).isNotEqualTo(Sounds.of(Language.MANDARIN, "银星"));
    }

    @Test
    void aMisheardWordStillCounts() {
        List<Example> examples = new ArrayList<>();
        for (String text : List.of("我要退款", "退款到哪里了", "帮我退款", "什么时候退款", "想退款")) {
            examples.add(new Example(text, "refund"));
        }
        for (String text : List.of("我的包裹在哪", "包裹没到", "查一下包裹", "包裹丢了", "包裹什么时候到")) {
            examples.add(new Example(text, "parcel"));
        }
        Learner learner = new EnsembleLearner(Pace.QUICK);
        TextClassifier words = learner.learn(Language.MANDARIN, examples);
        TextClassifier both = new PhoneticLearner(learner).learn(Language.MANDARIN, examples);
        String misheard = "腿宽";
        assertThat(words.classify(misheard)).isEqualTo(Ranking.NOTHING);
        assertThat(both.classify(misheard).likeliest().orElseThrow().label()).isEqualTo("refund");
        Ranking clear = both.classify("包裹没到");
        assertThat(clear.likeliest().orElseThrow().label()).isEqualTo("parcel");
        assertThat(clear.labels().stream()
                                .mapToDouble(Ranking.Ranked::probability)
                                .sum()
                        + clear.outOfScope())
                .isBetween(0.999, 1.001);
    }
}
