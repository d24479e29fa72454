package org.hotline.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.dialplan.DialplanReader;
import org.hotline.dialplan.Plans;
import org.hotline.understanding.ensemble.EnsembleLearner;
import org.hotline.understanding.ensemble.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanIntentsTest {
    private static final Dialplan EN = menu("en");
    private static final Dialplan ZH = menu("zh");
    private static final PlanIntents ENGLISH = PlanIntents.of(EN, new EnsembleLearner(Pace.QUICK));
    private static final PlanIntents MANDARIN = PlanIntents.of(ZH, new EnsembleLearner(Pace.QUICK));

    /** Said in other words than the examples, some with what recognizers make of them. */
    private static final Map<String, String> ENGLISH_CALLERS = new LinkedHashMap<>();

    private static final Map<String, String> MANDARIN_CALLERS = new LinkedHashMap<>();

    static {
        ENGLISH_CALLERS.put("hi um i wanted to know where my parcel is", "parcel-late");
        ENGLISH_CALLERS.put("my package still has not arrived", "parcel-late");
        ENGLISH_CALLERS.put("where is the parcel i ordered", "parcel-late");
        ENGLISH_CALLERS.put("wear is my parcel", "parcel-late");
        ENGLISH_CALLERS.put("my parcels late", "parcel-late");
        ENGLISH_CALLERS.put("i did not get my refund yet", "refund-status");
        ENGLISH_CALLERS.put("when do i get my money back", "refund-status");
        ENGLISH_CALLERS.put("where is my refunds", "refund-status");
        ENGLISH_CALLERS.put("i would like to send back my jacket", "return-item");
        ENGLISH_CALLERS.put("can i return the shoes please", "return-item");
        ENGLISH_CALLERS.put("you have sent me the wrong color", "wrong-item");
        ENGLISH_CALLERS.put("the camera arrived broken", "wrong-item");
        ENGLISH_CALLERS.put("my payments failed again", "payment-failed");
        ENGLISH_CALLERS.put("i tried to pay with my card and it was declined", "payment-failed");
        ENGLISH_CALLERS.put("i have been charged two times", "double-charge");
        ENGLISH_CALLERS.put("i was charge twice for my order", "double-charge");
        ENGLISH_CALLERS.put("i can't log in to my account any more", "account-locked");
        ENGLISH_CALLERS.put("i have forgotten the password", "account-locked");
        ENGLISH_CALLERS.put("please cancel my last order", "cancel-order");
        ENGLISH_CALLERS.put("i need to change the address for my delivery", "change-address");
        ENGLISH_CALLERS.put("could you send me an invoice please", "invoice");
        ENGLISH_CALLERS.put("i'd like to make a complaint about the courier", "complaint");
        ENGLISH_CALLERS.put("can i talk to a real human please", "human");
        ENGLISH_CALLERS.put("i want to speak to an agent", "human");
        ENGLISH_CALLERS.put("no thanks that is all", "all-done");
        ENGLISH_CALLERS.put("yes i have one more question", "another-question");

        MANDARIN_CALLERS.put("你好 我的 快递 怎么 还没 到", "parcel-late");
        MANDARIN_CALLERS.put("我 的 包裹 到 哪 了", "parcel-late");
        MANDARIN_CALLERS.put("我想查一下我的快递", "parcel-late");
        MANDARIN_CALLERS.put("退款 怎么 还 没 到 账", "refund-status");
        MANDARIN_CALLERS.put("我的钱什么时候能退给我", "refund-status");
        MANDARIN_CALLERS.put("我想把衣服退了", "return-item");
        MANDARIN_CALLERS.put("你们给我发错颜色了", "wrong-item");
        MANDARIN_CALLERS.put("我收到的手机坏了", "wrong-item");
        MANDARIN_CALLERS.put("我付款一直失败", "payment-failed");
        MANDARIN_CALLERS.put("这个订单扣了我两次钱", "double-charge");
        MANDARIN_CALLERS.put("我的账号登不上了", "account-locked");
        MANDARIN_CALLERS.put("我想取消刚才的订单", "cancel-order");
        MANDARIN_CALLERS.put("帮我改一下收货地址", "change-address");
        MANDARIN_CALLERS.put("我想开一张发票", "invoice");
        MANDARIN_CALLERS.put("我要投诉你们的快递员", "complaint");
        MANDARIN_CALLERS.put("麻烦帮我转人工客服", "human");
        MANDARIN_CALLERS.put("没有了 谢谢 你", "all-done");
    }

    private static Dialplan menu(String language) {
        Path folder = Plans.folder().resolveSibling("ivr-server/src/test/resources/org/hotline/conversation");
        return Plans.of(folder.resolve("menu-" + language));
    }

    @Test
    void whoTellsAProblemAsksForNobody() {
        Dialplan plan = Plans.of("shop-en");
        PlanIntents intents = PlanIntents.of(plan, new EnsembleLearner(Pace.QUICK));
        Set<String> person = Set.of("human");
        for (String text : List.of("your agent was rude to me", "somebody took money out of my wallet")) {
            assertThat(intents.understand(text, person)).as(text).isInstanceOf(Understanding.NoMatch.class);
        }
        for (String text : List.of("i want to speak to an agent", "can i talk to a real human please")) {
            assertThat(intents.understand(text, person)).as(text).isInstanceOf(Understanding.Match.class);
        }
    }

    @Test
    void understandsCallersInTheirOwnWords() {
        assertThat(misunderstood(ENGLISH, EN, ENGLISH_CALLERS)).hasSizeLessThanOrEqualTo(1);
        assertThat(misunderstood(MANDARIN, ZH, MANDARIN_CALLERS)).hasSizeLessThanOrEqualTo(1);
    }

    private static List<String> misunderstood(PlanIntents intents, Dialplan plan, Map<String, String> callers) {
        List<String> wrong = new ArrayList<>();
        callers.forEach((text, intent) -> {
            Understanding understanding =
                    intents.understand(text, plan.intents().keySet());
            if (!(understanding instanceof Understanding.Match match
                    && match.intent().equals(intent))) {
                wrong.add(text + ": " + understanding);
            }
        });
        return wrong;
    }

    @Test
    void doesNotUnderstandWhatNoPlanIsAbout() {
        for (String text : List.of("what is the capital of france", "my cat likes fish", "one two three four", "er")) {
            assertThat(ENGLISH.understand(text, EN.intents().keySet()))
                    .as(text)
                    .isInstanceOf(Understanding.NoMatch.class);
        }
        for (String text : List.of("今天晚上吃什么", "三四五六七八", "他是我朋友")) {
            assertThat(MANDARIN.understand(text, ZH.intents().keySet()))
                    .as(text)
                    .isInstanceOf(Understanding.NoMatch.class);
        }
        assertThat(ENGLISH.understand("", EN.intents().keySet())).isInstanceOf(Understanding.NoMatch.class);
        assertThat(MANDARIN.understand("xyz", ZH.intents().keySet()).ranking()).isEmpty();
    }

    @Test
    void anExampleIsItsIntent() {
        EN.intents()
                .forEach((name, intent) -> intent.examples()
                        .forEach(text -> assertThat(ENGLISH.understand(
                                        text.toUpperCase(Locale.ROOT),
                                        EN.intents().keySet()))
                                .isInstanceOfSatisfying(
                                        Understanding.Match.class,
                                        match -> assertThat(match.intent()).isEqualTo(name))));
    }

    @Test
    void answersOnlyWhatIsPossibleHere() {
        Set<String> yesOrNo = Set.of("another-question", "all-done");
        assertThat(ENGLISH.understand("where is my refund", yesOrNo)).isInstanceOf(Understanding.NoMatch.class);
        assertThat(ENGLISH.understand("no thanks", yesOrNo)).isInstanceOf(Understanding.Match.class);
    }

    @Test
    void ranksByProbability() {
        List<Understanding.Ranked> ranking = ENGLISH.understand(
                        "my payment was charged twice", EN.intents().keySet())
                .ranking();
        assertThat(ranking.stream()
                        .mapToDouble(Understanding.Ranked::probability)
                        .sum())
                .isLessThanOrEqualTo(1.0001);
        assertThat(ranking.stream().map(Understanding.Ranked::probability).toList())
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(new HashSet<>(ranking)).hasSameSizeAs(ranking);
    }

    @Test
    void theSameExamplesGiveTheSameClassifier() {
        Set<String> all = EN.intents().keySet();
        PlanIntents again = PlanIntents.of(EN, new EnsembleLearner(Pace.QUICK));
        ENGLISH_CALLERS
                .keySet()
                .forEach(text -> assertThat(again.understand(text, all)).isEqualTo(ENGLISH.understand(text, all)));
    }

    @Test
    void aPlanWithoutIntentsUnderstandsNothing(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("dialplan.yaml"), """
                dialplan: closed
                numbers: ["1"]
                language: en
                start: closed
                steps:
                  closed: { hang-up: "We are closed." }
                """);
        DialplanReader.Reading reading = DialplanReader.read(folder);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        DialplanReader.Reading.Read.class,
                        read -> assertThat(PlanIntents.of(read.written().plan(), new EnsembleLearner(Pace.QUICK))
                                        .understand("where is my parcel", Set.of()))
                                .isInstanceOf(Understanding.NoMatch.class));
    }

    /** Not a timed test: what it costs is printed for whoever looks. */
    public static void main(String[] args) {
        long start = System.nanoTime();
        PlanIntents.of(ZH, new EnsembleLearner(Pace.QUICK));
        PlanIntents intents = PlanIntents.of(EN, new EnsembleLearner(Pace.QUICK));
        System.out.println("training both: " + Duration.ofNanos(System.nanoTime() - start));
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            long from = System.nanoTime();
            intents.understand(
                    "hi um i wanted to know where my parcel is " + i % 10,
                    EN.intents().keySet());
            times.add(System.nanoTime() - from);
        }
        times.sort(null);
        System.out.println("p50 " + times.get(10_000) / 1000 + " us, p99 " + times.get(19_800) / 1000 + " us");
        System.out.println(misunderstood(intents, EN, ENGLISH_CALLERS));
        System.out.println(misunderstood(PlanIntents.of(ZH, new EnsembleLearner(Pace.QUICK)), ZH, MANDARIN_CALLERS));
    }
}
