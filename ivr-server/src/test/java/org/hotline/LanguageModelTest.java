package org.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hotline.conversation.openai.ModelOnLoopback;
import org.hotline.conversation.triage.SecondOpinion;
import org.hotline.issue.belief.Opinion;
import org.hotline.speech.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LanguageModelTest {
    private static final SecondOpinion.Question QUESTION = new SecondOpinion.Question(
            Language.ENGLISH,
            List.of("it is gone"),
            List.of(new SecondOpinion.Choice("lost-card", "a lost card", List.of())));

    @TempDir
    private Path home;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void isOffUnlessItIsSet() throws Exception {
        assertThat(LanguageModel.open(read(""), metrics)).isEmpty();
        assertThat(LanguageModel.open(read("second-opinion: {budget: 2s}"), metrics))
                .isEmpty();
    }

    @Test
    void isAskedWithTheKeyAndMeasured() throws Exception {
        Files.writeString(home.resolve("secrets"), "HOTLINE_MODEL_KEY=k3y\n");
        try (ModelOnLoopback model = new ModelOnLoopback()) {
            SecondOpinion asked = LanguageModel.open(
                            read("lookups: {secrets-file: secrets}\n"
                                    + "second-opinion: {base-url: \"%s\", model: small, secret: HOTLINE_MODEL_KEY, budget: 5s}"
                                            .formatted(model.address())),
                            metrics)
                    .orElseThrow();
            model.says("200 {\"lost-card\": 1}");
            assertThat(asked.on(QUESTION)).isInstanceOf(Opinion.Given.class);
            model.says("500 oh");
            assertThat(asked.on(QUESTION)).isInstanceOf(Opinion.Missing.class);
            assertThat(model.keys()).containsExactly("Bearer k3y", "Bearer k3y");
        }
        assertThat(metrics.get("second_opinion").tag("answer", "given").timer().count())
                .isEqualTo(1);
        assertThat(metrics.get("second_opinion").tag("answer", "failed").timer().count())
                .isEqualTo(1);
    }

    @Test
    void aKeyThatIsNotSetIsAFault() throws Exception {
        Configuration keyless =
                read("second-opinion: {base-url: \"http://127.0.0.1/v1\", model: small, secret: HOTLINE_NOT_SET}");
        assertThatThrownBy(() -> LanguageModel.open(keyless, metrics))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("There is no HOTLINE_NOT_SET")
                .hasMessageContaining("secrets-file");
    }

    @Test
    void whenWordsLeaveThisMachineTheLogNamesTheHost() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(LanguageModel.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            LanguageModel.open(read("second-opinion: {base-url: \"http://127.0.0.1/v1\", model: small}"), metrics);
            assertThat(log.list).isEmpty();
            LanguageModel.open(
                    read("second-opinion: {base-url: \"https://models.example.org/v1\", model: small}"), metrics);
            assertThat(log.list).singleElement().satisfies(event -> {
                assertThat(event.getFormattedMessage()).contains("leaves this machine");
                assertThat(event.getKeyValuePairs().toString()).contains("models.example.org");
            });
        } finally {
            logger.detachAppender(log);
        }
    }

    private Configuration read(String text) throws Exception {
        Path file = Files.writeString(home.resolve("hotline.yaml"), text + "\n");
        return ConfigurationFile.read(file, home);
    }
}
