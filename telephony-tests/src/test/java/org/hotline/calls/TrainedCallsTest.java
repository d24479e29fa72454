package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotline.history.Cdr;
import org.hotline.phone.CallersPhone;
import org.hotline.phone.PhoneCall;
import org.hotline.speech.Language;
import org.hotline.workbench.Trial;
import org.hotline.workbench.TrialSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a trainer teaches is understood by the next caller, and no longer once it is taken back. */
class TrainedCallsTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String NUMBER = "7000";
    private static final String GARDEN = "/api/training/garden";
    private static final String WORDS = "the leaves are yellow";

    private static final String PLAN = """
            dialplan: garden-en
            numbers: ["7000"]
            language: en
            issues: garden
            start: what
            steps:
              what:
                locate: "How can I help you?"
                agents: people
                then: goodbye
                no-match: ["Sorry, what is it about?"]
                no-input: ["Sorry, what is it about?"]
                give-up: people
              goodbye: { hang-up: "Thank you for calling." }
              people: { hang-up: "A colleague will call you back." }
            """;

    private static final String TREE = """
            hotline: garden
            issues:
              flowers:
                called: { en: "a plant that does not grow" }
                en: ["my flowers are dead", "the tree does not grow", "nothing grows in my garden", "the flowers look bad"]
                say: { en: "Give it more water." }
              late:
                called: { en: "a delivery that is late" }
                en: ["where is my delivery", "my order is late", "when does my order come", "the delivery has not come"]
                say: { en: "It comes on Friday." }
              invoice:
                called: { en: "an invoice" }
                en: ["i need an invoice", "send me the invoice", "the invoice is wrong", "where is my invoice"]
                say: { en: "We send it by post." }
              refund:
                called: { en: "a refund" }
                en: ["i want my money back", "where is my refund", "give me a refund", "when do i get my money back"]
                say: { en: "It takes three days." }
            """;

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void theNextCallerIsUnderstoodUntilItIsTakenBack() throws Exception {
        Hotline.needs("espeak-ng");
        try (Trial hotline = Hotline.ofItsOwn(settings())) {
            assertThat(hotline.house().awaitReady(LONG)).isTrue();
            Supervisor trainer = Supervisor.of(hotline);

            Cdr first = calls(hotline, Optional.empty());
            String item = first.id().text() + ".1";
            assertThat(first.issue())
                    .as("nobody knows what yellow leaves are about")
                    .isEmpty();
            assertThat(trainer.reads(GARDEN + "/inbox")).contains(item);
            assertThat(trainer.posts(
                            GARDEN + "/labels",
                            "{\"items\":[\"" + item + "\"],\"as\":\"issue\",\"issue\":\"flowers\"}"))
                    .isEqualTo(200);
            assertThat(trainer.posts(GARDEN + "/train", "{\"why\":\"yellow leaves\"}"))
                    .isEqualTo(202);
            await().atMost(LONG).until(() -> trainer.reads(GARDEN + "/versions").contains("\"number\":1"));
            assertThat(trainer.posts(GARDEN + "/versions/1/publish", "")).isEqualTo(204);

            Cdr second = calls(hotline, Optional.of("Give it more water"));
            assertThat(second.issue()).contains("flowers");

            assertThat(trainer.posts(GARDEN + "/rollback", "{}")).isEqualTo(204);
            assertThat(calls(hotline, Optional.empty()).issue()).isEmpty();
        }
    }

    /** Somebody says the words, waits for what is said to that, and hangs up; if it is no answer they were asked something. */
    private static Cdr calls(Trial hotline, Optional<String> answer) {
        List<Cdr> before = Hotline.calls(hotline);
        try (CallersPhone phone = hotline.caller(Language.ENGLISH).build()) {
            PhoneCall call =
                    phone.dials(NUMBER).hears("How can I help you", LONG).says(WORDS);
            answer.ifPresentOrElse(words -> call.hears(words, LONG), call::hearsThemOut);
            call.hangsUp();
        }
        Cdr cdr = Hotline.recordOf(hotline, NUMBER, before);
        assertThat(Hotline.understood(hotline, cdr)).isNotEmpty();
        return cdr;
    }

    private TrialSettings settings() throws IOException {
        Path plan = Files.createDirectories(folder.resolve("plans").resolve("garden-en"));
        Path tree = Files.createDirectories(folder.resolve("plans").resolve("garden"));
        Files.writeString(plan.resolve("dialplan.yaml"), PLAN);
        Files.writeString(tree.resolve("issues.yaml"), TREE);
        return TrialSettings.of(folder.resolve("data"), 0, 0, "dialplans: \"" + folder.resolve("plans") + "\"\n");
    }
}
