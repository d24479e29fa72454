package org.hotline.conversation.openai;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.Timeout;
import dev.failsafe.TimeoutExceededException;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.util.Optional;
import org.hotline.conversation.triage.SecondOpinion;
import org.hotline.issue.belief.Opinion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Asks a language model. One request a question, none again; a model that failed three of the last five times, by its lateness too,
 * is left alone for a while (circuit breaker), so that it costs callers nothing. What is sent or answered is never logged: the
 * library's exceptions quote it. Any thread.
 */
public final class OpenAiOpinion implements SecondOpinion {
    private static final Logger LOG = LoggerFactory.getLogger(OpenAiOpinion.class);

    /** Three names and their numbers fit. */
    private static final int ANSWER_TOKENS = 120;

    private final String host;
    private final ChatModel model;
    private final FailsafeExecutor<Opinion> limits;

    public OpenAiOpinion(OpenAiSettings settings) {
        this.host = settings.address().getAuthority();
        this.model = OpenAiChatModel.builder()
                .baseUrl(settings.address().toString())
                .apiKey(settings.key().orElse(null))
                .modelName(settings.model())
                .temperature(0.0)
                .maxTokens(ANSWER_TOKENS)
                .timeout(settings.budget())
                .maxRetries(0)
                .build();
        Timeout<Opinion> budget =
                Timeout.<Opinion>builder(settings.budget()).withInterrupt().build();
        this.limits = Failsafe.with(breaker(settings), budget);
    }

    @Override
    public Opinion on(Question question) {
        try {
            return limits.get(() -> ask(new Briefing(question)));
        } catch (CircuitBreakerOpenException resting) {
            return new Opinion.Missing(Opinion.Why.RESTING);
        } catch (RuntimeException failed) {
            return missing(failed);
        }
    }

    private Opinion ask(Briefing briefing) {
        String answer = model.chat(SystemMessage.from(Briefing.RULES), UserMessage.from(briefing.text()))
                .aiMessage()
                .text();
        return briefing.read(Optional.ofNullable(answer).orElse(""));
    }

    private Opinion missing(RuntimeException failed) {
        Throwable cause = failed instanceof FailsafeException && failed.getCause() != null ? failed.getCause() : failed;
        boolean hungUp = Thread.currentThread().isInterrupted();
        LOG.atLevel(hungUp ? Level.DEBUG : Level.WARN)
                .addKeyValue("host", host)
                .addKeyValue("reason", cause.getClass().getSimpleName())
                .log("A second opinion was not to be had");
        return new Opinion.Missing(
                switch (cause) {
                    case TimeoutExceededException late -> Opinion.Why.LATE;
                    case TimeoutException late -> Opinion.Why.LATE;
                    case Briefing.Nonsense nonsense -> Opinion.Why.NONSENSE;
                    default -> Opinion.Why.FAILED;
                });
    }

    private CircuitBreaker<Opinion> breaker(OpenAiSettings settings) {
        return CircuitBreaker.<Opinion>builder()
                .handle(RuntimeException.class)
                .withFailureThreshold(3, 5)
                .withSuccessThreshold(1)
                .withDelay(settings.rest())
                .onOpen(ignored -> LOG.atWarn().addKeyValue("host", host).log("The model is left alone for a while"))
                .build();
    }
}
