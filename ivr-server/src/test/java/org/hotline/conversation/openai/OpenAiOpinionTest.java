package org.hotline.conversation.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline.conversation.triage.SecondOpinion;
import org.hotline.issue.belief.Opinion;
import org.hotline.speech.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A real server on loopback stands for the model. */
class OpenAiOpinionTest {
    private static final String KEY = "sk-unheard-of";
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final SecondOpinion.Question QUESTION = new SecondOpinion.Question(
            Language.ENGLISH,
            List.of("where is my \"parcel\""),
            List.of(
                    new SecondOpinion.Choice("parcel-late", "a parcel that is late", List.of("it has not come")),
                    new SecondOpinion.Choice("refund-status", "a refund", List.of())));

    private final ModelOnLoopback model = new ModelOnLoopback();

    OpenAiOpinionTest() throws IOException {}

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void anAnswerIsAnOpinion() {
        model.says("200 {\"parcel-late\": 0.7, \"refund-status\": 0.1, \"none of these\": 0.2}");
        assertThat(asked(LONG).on(QUESTION)).isEqualTo(given(Map.of("parcel-late", 0.7, "refund-status", 0.1), 0.2));
        assertThat(model.keys()).containsExactly("Bearer " + KEY);
        assertThat(model.bodies().getFirst())
                .contains("\"model\" : \"small\"", "where is my", "a parcel that is late", "it has not come");
    }

    @Test
    void withoutAKeyNoneIsSent() {
        model.says("200 {\"parcel-late\": 1}");
        OpenAiSettings open = OpenAiSettings.at(model.address(), "small", Optional.empty(), LONG);
        assertThat(new OpenAiOpinion(open).on(QUESTION)).isEqualTo(given(Map.of("parcel-late", 1.0), 0));
        assertThat(model.keys()).containsExactly("null");
    }

    @Test
    void whatWasNotAskedAboutIsPassedOverAndProseToo() {
        model.says("200 Sure!\n```json\n{\"parcel-late\": 0.6, \"pizza\": 0.4, \"refund-status\": \"high\"}\n```");
        assertThat(asked(LONG).on(QUESTION)).isEqualTo(given(Map.of("parcel-late", 0.6), 0));
    }

    @Test
    void nonsenseTellsNothing() {
        OpenAiOpinion opinion = asked(LONG);
        model.says("200 I cannot help with that.", "200 {\"pizza\": 1}");
        assertThat(opinion.on(QUESTION)).isEqualTo(missing(Opinion.Why.NONSENSE));
        assertThat(opinion.on(QUESTION)).isEqualTo(missing(Opinion.Why.NONSENSE));
        assertThat(asked(LONG).on(QUESTION)).isEqualTo(missing(Opinion.Why.NONSENSE));
        model.says("200 {\"parcel-late\": ");
        assertThat(asked(LONG).on(QUESTION)).isEqualTo(missing(Opinion.Why.NONSENSE));
    }

    @Test
    void whoIsLateIsNotWaitedFor() {
        model.keepsWaiting();
        assertThat(asked(OpenAiSettings.LEAST).on(QUESTION)).isEqualTo(missing(Opinion.Why.LATE));
        assertThat(Thread.currentThread().isInterrupted())
                .as("whoever asked goes on undisturbed")
                .isFalse();
    }

    @Test
    void whoKeepsFailingIsLeftAloneForAWhile() {
        model.says("500 oh");
        OpenAiOpinion opinion = asked(LONG);
        for (int time = 0; time < 3; time++) {
            assertThat(opinion.on(QUESTION)).isEqualTo(missing(Opinion.Why.FAILED));
        }
        for (int time = 0; time < 5; time++) {
            assertThat(opinion.on(QUESTION)).isEqualTo(missing(Opinion.Why.RESTING));
        }
        assertThat(model.bodies()).hasSize(3);
    }

    @Test
    void whoRecoversIsAskedAgain() {
        OpenAiOpinion opinion = new OpenAiOpinion(
                new OpenAiSettings(model.address(), "small", Optional.of(KEY), LONG, Duration.ofNanos(1)));
        model.says("500 oh", "500 oh", "500 oh", "200 {\"parcel-late\": 1}");
        for (int time = 0; time < 3; time++) {
            assertThat(opinion.on(QUESTION)).isEqualTo(missing(Opinion.Why.FAILED));
        }
        assertThat(opinion.on(QUESTION)).isInstanceOf(Opinion.Given.class);
        assertThat(opinion.on(QUESTION)).isInstanceOf(Opinion.Given.class);
    }

    @Test
    void whoIsNotThereFails() {
        URI gone = model.address();
        model.close();
        OpenAiSettings settings = OpenAiSettings.at(gone, "small", Optional.empty(), LONG);
        assertThat(new OpenAiOpinion(settings).on(QUESTION)).isEqualTo(missing(Opinion.Why.FAILED));
    }

    @Test
    void neitherTheKeyNorTheWordsAreLogged() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try {
            model.says("401 Incorrect API key provided: " + KEY, "200 where is my parcel");
            OpenAiOpinion opinion = asked(LONG);
            assertThat(opinion.on(QUESTION)).isEqualTo(missing(Opinion.Why.FAILED));
            assertThat(opinion.on(QUESTION)).isEqualTo(missing(Opinion.Why.NONSENSE));
        } finally {
            root.detachAppender(log);
        }
        List<String> ours = log.list.stream()
                .map(event -> event.getFormattedMessage() + event.getKeyValuePairs() + event.getThrowableProxy())
                .toList();
        assertThat(ours).anyMatch(line -> line.contains("was not to be had"));
        assertThat(ours).noneMatch(line -> line.contains(KEY) || line.contains("parcel"));
        assertThat(OpenAiSettings.at(model.address(), "small", Optional.of(KEY), LONG)
                        .toString())
                .doesNotContain(KEY);
    }

    @Test
    void settingsSayWhatIsWrong() {
        assertThatThrownBy(() -> settings("ftp://host/v1", LONG)).hasMessageContaining("begins with http://");
        assertThatThrownBy(() -> settings("host:80", LONG)).hasMessageContaining("begins with http://");
        assertThatThrownBy(() -> settings("http://host", Duration.ofMillis(10)))
                .hasMessageContaining("from 200 ms to 5 s, not 10 ms");
        assertThat(settings("http://127.0.0.1:11434/v1", LONG).isLocal()).isTrue();
        assertThat(settings("http://[::1]/v1", LONG).isLocal()).isTrue();
        assertThat(settings("http://localhost/v1", LONG).isLocal()).isTrue();
        assertThat(settings("https://models.example.org/v1", LONG).isLocal()).isFalse();
        assertThat(settings("http://10.0.0.7/v1", LONG).isLocal()).isFalse();
    }

    private static OpenAiSettings settings(String address, Duration budget) {
        return OpenAiSettings.at(URI.create(address), "small", Optional.empty(), budget);
    }

    private OpenAiOpinion asked(Duration budget) {
        return new OpenAiOpinion(OpenAiSettings.at(model.address(), "small", Optional.of(KEY), budget));
    }

    private static Opinion given(Map<String, Double> byIssue, double none) {
        return new Opinion.Given(Set.of("parcel-late", "refund-status"), byIssue, none);
    }

    private static Opinion missing(Opinion.Why why) {
        return new Opinion.Missing(why);
    }
}
