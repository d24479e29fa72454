package org.hotline.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hotline.conversation.Comprehension;
import org.hotline.conversation.Understanding;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.slot.SpokenScore;
import org.hotline.conversation.slot.TakenBack;
import org.hotline.conversation.slot.YesNo;
import org.hotline.conversation.triage.Anger;
import org.hotline.conversation.triage.Triage;
import org.hotline.issue.IssueTree;
import org.hotline.speech.Language;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of question, and callers who want a person, are angry, name another problem, say what nobody understands, or take back what
 * they said before: the table in docs/rooms/conversation.md, in both languages.
 */
class WishesTest {
    @Test
    void plansAreRight() throws URISyntaxException {
        assertThat(DialplanCheck.of(TalkTest.folder("wishes-en"), Surroundings.UNKNOWN))
                .isEmpty();
        assertThat(DialplanCheck.of(TalkTest.folder("wishes-zh"), Surroundings.UNKNOWN))
                .isEmpty();
    }

    /** Answers to what the sample shop asks are no wishes: nobody is led away who only answers, at however great a length. */
    @Test
    void answersAreNoWishes() {
        assertThat(wishes(
                        "shop-en",
                        "yes it is",
                        "no it is not",
                        "no that's not my order number",
                        "no that is not the number i gave you",
                        "no you got the number wrong",
                        "no the last digit is wrong",
                        "yes that's the number",
                        "yes that is my order",
                        "no i don't think so",
                        "no don't do that please",
                        "yes please go ahead",
                        "no i changed my mind",
                        "i don't have the number with me",
                        "just a moment i have to look for it",
                        "wait a second please",
                        "could you repeat that please",
                        "no that would be all thank you very much",
                        "no you have been very helpful",
                        "no thank you goodbye",
                        "yes one more thing",
                        "yes i have another question",
                        "five you were very helpful",
                        "i would say a four",
                        "nine out of ten"))
                .isEmpty();
        assertThat(wishes(
                        "shop-zh",
                        "是的没错",
                        "不是的",
                        "不对不是这个号码",
                        "你听错了",
                        "最后一位不对",
                        "对就是这个号码",
                        "不用了我再想想",
                        "好的帮我办吧",
                        "等一下我找一下",
                        "请再说一遍",
                        "没有了谢谢你",
                        "没有了再见",
                        "还有一个问题",
                        "五分很满意",
                        "我打四分",
                        "十分"))
                .isEmpty();
    }

    private static List<String> wishes(String plan, String... answers) {
        Dialplan shop = Plans.of(plan);
        Comprehension comprehension = Plans.comprehension(shop);
        Triage triage = comprehension.triage().orElseThrow();
        Set<String> person = Set.of(shop.operator().orElseThrow().intent());
        return Stream.of(
                        Stream.of(answers),
                        YesNo.phrases(shop.language()).stream(),
                        SpokenScore.phrases(shop.language(), 0, 10).stream(),
                        shop.intents().entrySet().stream()
                                .filter(intent -> !person.contains(intent.getKey()))
                                .flatMap(intent -> intent.getValue().examples().stream()))
                .flatMap(said -> said)
                .filter(said -> !YesNo.after(shop.language(), said).isEmpty())
                .filter(said -> (triage.besides(said, Optional.empty()).isPresent() && !ends(comprehension, shop, said))
                        || comprehension.intents().understand(said, person) instanceof Understanding.Match
                        || Anger.in(shop.language(), said) != Anger.NONE)
                .toList();
    }

    private static boolean ends(Comprehension comprehension, Dialplan shop, String said) {
        return comprehension.intents().understand(said, shop.intents().keySet()) instanceof Understanding.Match match
                && match.intent().equals("all-done");
    }

    /** What callers tell of problems takes nothing back that they said. */
    @Test
    void problemsTakeNothingBack() {
        IssueTree tree = Plans.of("shop-en").issues().orElseThrow();
        for (Language language : Language.values()) {
            assertThat(tree.issues().values().stream()
                            .flatMap(issue -> issue.utterances().in(language, List.of()).stream())
                            .filter(utterance ->
                                    TakenBack.in(language, utterance).isPresent()))
                    .isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> english(@TempDir Path calls) throws Exception {
        return run("wishes-en", calls);
    }

    @TestFactory
    Stream<DynamicTest> mandarin(@TempDir Path calls) throws Exception {
        return run("wishes-zh", calls);
    }

    private static Stream<DynamicTest> run(String plan, Path calls) throws Exception {
        Written written = Plans.written(TalkTest.folder(plan));
        Rehearsal rehearsal = new Rehearsal(
                written.plan(),
                Plans.comprehension(written.plan()),
                TalkTest.callers(written.plan().language()));
        Stream.Builder<DynamicTest> tests = Stream.builder();
        Map<String, String> ways = new HashMap<>();
        String state = "";
        for (String line : Files.readAllLines(TalkTest.folder(plan).resolve("wishes.txt"))) {
            if (line.startsWith("== ")) {
                String[] states = line.substring(3).split(" < ", 2);
                state = states[0];
                ways.put(state, states.length == 1 ? "" : Objects.requireNonNull(ways.get(states[1])));
            } else if (line.startsWith("- ")) {
                String call = ways.get(state) + script(line.substring(2));
                Path file = Files.writeString(Files.createTempFile(calls, "call", ".txt"), call);
                tests.add(DynamicTest.dynamicTest(
                        state + ": " + line,
                        () -> assertThat(rehearsal.run(file)).as(call).isEmpty()));
            } else {
                ways.merge(state, line + "\n", String::concat);
            }
        }
        return tests.build();
    }

    /** From what is said and heard. */
    private static String script(String cell) {
        String[] saidAndHeard = cell.split(" => ", 2);
        String lines = "Caller: " + saidAndHeard[0] + "\n" + saidAndHeard[1] + "\n";
        return (cell.contains("Ends: ") ? lines : lines + "Caller: [hangs up]\n").replace(" / ", "\n");
    }
}
