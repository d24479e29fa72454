package org.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.triage.SecondOpinion;
import org.hotline.dialplan.Plans;
import org.hotline.dialplan.Surroundings;
import org.hotline.issue.belief.Opinion;
import org.hotline.understanding.ensemble.EnsembleLearner;
import org.hotline.understanding.ensemble.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PlanCommandsTest {
    private final StringWriter said = new StringWriter();

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(arguments);
    }

    private static RehearseCommand rehearse(String typed) {
        SecondOpinion model = question -> new Opinion.Missing(Opinion.Why.LATE);
        return new RehearseCommand(
                Plans.folder(), Plans::comprehension, () -> Lookups.NONE, settings -> model, new StringReader(typed));
    }

    @Test
    void checksAllPlans() {
        assertThat(run(new CheckCommand(
                        Plans.folder(),
                        () -> Surroundings.UNKNOWN,
                        (site, settings) -> List.of(),
                        new EnsembleLearner(Pace.QUICK))))
                .isZero();
        assertThat(said.toString())
                .contains("shop-en: nothing is wrong")
                .contains("shop-zh: nothing is wrong")
                .contains("shop: nothing is wrong");
    }

    @Test
    void checkingAWrongPlanFails(@TempDir Path plans) throws Exception {
        Files.createDirectory(plans.resolve("mine"));
        Files.writeString(plans.resolve("mine/dialplan.yaml"), "dialplan: mine\nnumbers: [\"1\"]\nstart: here\n");
        assertThat(run(
                        new CheckCommand(
                                plans,
                                () -> Surroundings.UNKNOWN,
                                (site, settings) -> List.of(),
                                new EnsembleLearner(Pace.QUICK)),
                        "mine"))
                .isEqualTo(1);
        assertThat(said.toString())
                .contains("dialplan.yaml:1: the dialplan lacks \"language\"")
                .contains("to put right");
    }

    @Test
    void soundThatIsNotThereIsRemarkedOnAndNoMistake(@TempDir Path plans) throws Exception {
        Files.createDirectory(plans.resolve("mine"));
        Files.writeString(plans.resolve("mine/dialplan.yaml"), """
                dialplan: mine
                numbers: ["1"]
                language: en
                start: here
                intents: {}
                steps:
                  here: { say: "Good day.", then: hang-up }
                """);
        assertThat(run(
                        new CheckCommand(
                                plans,
                                () -> Surroundings.UNKNOWN,
                                (site, settings) -> List.of(),
                                new EnsembleLearner(Pace.QUICK)),
                        "mine"))
                .isZero();
        assertThat(said.toString())
                .contains("mine: nothing is wrong")
                .containsPattern("mine: of its prompts are \\d+ new as sound")
                .contains("hotline prompts render puts it right");
    }

    @Test
    void anUnknownPlanIsAWrongCommandLine() {
        assertThat(run(
                        new CheckCommand(
                                Plans.folder(),
                                () -> Surroundings.UNKNOWN,
                                (site, settings) -> List.of(),
                                new EnsembleLearner(Pace.QUICK)),
                        "shop-fr"))
                .isEqualTo(2);
        assertThat(said.toString())
                .contains("there is no plan called \"shop-fr\"")
                .contains("shop-en, shop-zh");
    }

    @Test
    void triesTheUtterancesOfANamedTree(@TempDir Path plans) throws Exception {
        Files.createDirectory(plans.resolve("mine"));
        Files.writeString(plans.resolve("mine/issues.yaml"), """
                hotline: mine
                issues:
                  late:
                    called: { en: "a late parcel" }
                    en: ["where is my parcel", "my parcel is late", "the parcel has not come", "i wait for my parcel"]
                    agents: true
                  bill:
                    called: { en: "a bill" }
                    en: ["i need a bill", "send me the bill", "the bill is wrong", "when do you want the bill paid"]
                    agents: true
                """);
        CheckCommand check = new CheckCommand(
                plans, () -> Surroundings.UNKNOWN, (site, settings) -> List.of(), new EnsembleLearner(Pace.QUICK));

        assertThat(run(check)).isZero();
        assertThat(said.toString()).contains("mine: nothing is wrong").doesNotContain("it understands");
        assertThat(run(check, "mine")).isZero();
        assertThat(said.toString()).containsPattern("it understands \\d+ % in en; worth a look: \\d");
    }

    @Test
    void drawsAPlan() {
        assertThat(run(new DrawCommand(Plans.folder()), "shop-en")).isZero();
        assertThat(said.toString())
                .startsWith("flowchart TD")
                .contains("call((\"4000\")) --> s_welcome")
                .contains("s_what_is_wrong -- \"located\" --> s_account_locked")
                .contains("s_parcel_look_up -- \"unknown\" --> s_order_unknown")
                .contains("operator([\"key 0 or human, at any question\"]) -.-> s_agents");
    }

    @Test
    void rehearsesAtTheKeyboard() {
        assertThat(run(rehearse("where is my parcel\n\n12345678\n1\n"), "shop-en"))
                .isZero();
        assertThat(said.toString())
                .contains("Bot:    How can I help you?")
                .contains("-> parcel-late")
                .contains("I heard 12345678")
                .contains("Ends:   queue english")
                .contains("Issue:  parcel-late")
                .contains("Slot:   order = 12345678");
    }

    @Test
    void asksTheModelThatSettingsName() {
        assertThat(run(rehearse("i have a question\n"), "shop-en", "--second-opinion", "hotline.yaml"))
                .isZero();
        assertThat(said.toString()).contains("second opinion: no answer in time");
        assertThat(run(rehearse(""), "shop-en", "--calls", "--second-opinion", "hotline.yaml"))
                .isEqualTo(2);
        assertThat(said.toString()).contains("Written calls go without a second opinion");
    }

    @Test
    void theEndOfInputHangsUp() {
        assertThat(run(rehearse("\n"), "shop-zh")).isZero();
        assertThat(said.toString()).contains("您还在吗").contains("Ends:   caller hangs up");
    }

    @Test
    void performsTheWrittenCalls() {
        assertThat(run(rehearse(""), "shop-en", "--calls")).isEqualTo(1);
        assertThat(said.toString())
                .contains("10-a-person-please.txt: as written")
                .contains("01-parcel-by-voice.txt: otherwise")
                .contains("the bot should say \"Your headset is on its way");
    }
}
