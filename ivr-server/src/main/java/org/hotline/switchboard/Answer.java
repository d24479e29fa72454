package org.hotline.switchboard;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hotline.call.Call;
import org.hotline.history.CallEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answering a call: only once the record of it would survive our death, but never later than the caller can bear. */
final class Answer {
    private static final Logger LOG = LoggerFactory.getLogger(Answer.class);

    private Answer() {}

    /** Lets it ring, remembers the answer, answers. */
    static void to(Call call, Line line, String dialplan, String language, Duration durableWithin) {
        call.ring();
        await(line.append(new CallEvent.Answered(line.now(), dialplan, language)), durableWithin);
        call.answer();
        line.answered();
    }

    private static void await(CompletableFuture<Void> durable, Duration atMost) {
        try {
            durable.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException slow) {
            LOG.warn("A call is answered before its record is durable", slow);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
