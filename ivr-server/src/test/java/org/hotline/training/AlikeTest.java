package org.hotline.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hotline.call.CallId;
import org.hotline.speech.Language;
import org.junit.jupiter.api.Test;

class AlikeTest {
    private static final List<String> USUAL = List.of(
            "i want to know where my parcel is",
            "can i get my money back",
            "do you have my order",
            "i want to get the money",
            "where is the refund",
            "can you tell me where it is",
            "i want to cancel the order",
            "what do i do",
            "i would like to know");

    private static List<List<String>> groups(Language language, String... texts) {
        List<Utterance> said = new ArrayList<>();
        for (String text : texts) {
            said.add(new Utterance(
                    new Utterance.Id(new CallId("call" + said.size()), 1),
                    Instant.EPOCH,
                    language,
                    text,
                    "plan",
                    "",
                    Duration.ZERO,
                    "",
                    Optional.empty(),
                    true));
        }
        return Alike.groups(language, said, USUAL).stream()
                .map(group -> group.stream().map(Utterance::text).toList())
                .toList();
    }

    @Test
    void sentencesThatShareTheirTellingWordsAreTogether() {
        assertThat(groups(
                        Language.ENGLISH,
                        "i want to buy a gift card",
                        "where is the gift card",
                        "i want to speak polish",
                        "do you speak polish",
                        "can i get a gift card"))
                .containsExactly(
                        List.of("i want to buy a gift card", "can i get a gift card", "where is the gift card"),
                        List.of("i want to speak polish", "do you speak polish"));
    }

    @Test
    void mandarinGoesByPairsOfCharacters() {
        assertThat(groups(Language.MANDARIN, "礼品卡怎么买", "我要发票抬头", "礼品卡在哪里买", "发票抬头错了", "喂"))
                .containsExactly(List.of("礼品卡怎么买", "礼品卡在哪里买"), List.of("我要发票抬头", "发票抬头错了"), List.of("喂"));
    }

    @Test
    void theSameWordsHoweverWrittenLeadAndAreBiggest() {
        assertThat(groups(Language.ENGLISH, "hello", "a voucher please", "Hello!", "hello"))
                .containsExactly(List.of("hello", "Hello!", "hello"), List.of("a voucher please"));
    }

    @Test
    void nothingIsLostOrTwice() {
        String[] texts = Collections.nCopies(50, "a b c d").toArray(String[]::new);
        texts[7] = "c d e f";
        texts[9] = "";
        assertThat(groups(Language.ENGLISH, texts).stream().mapToInt(List::size).sum())
                .isEqualTo(50);
    }
}
