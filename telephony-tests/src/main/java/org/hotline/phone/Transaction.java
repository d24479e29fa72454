package org.hotline.phone;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One request on its way, sent again until something answers (RFC 3261 section 17.1). Answers come from the phone's
 * reader, all else is for the thread that asked.
 */
final class Transaction implements AutoCloseable {
    private final Softphone phone;
    private final SipText request;
    private final String branch;
    private final BlockingQueue<SipText> answers = new LinkedBlockingQueue<>();
    private final long began = System.nanoTime();
    private Duration again = Duration.ofMillis(500);
    private boolean provisional;

    Transaction(Softphone phone, SipText request, String branch) {
        this.phone = phone;
        this.request = request;
        this.branch = branch;
    }

    void begin() {
        phone.send(request);
    }

    SipText request() {
        return request;
    }

    void take(SipText answer) {
        answers.add(answer);
    }

    /** The next answer, whatever it is. */
    SipText next(Duration patience) {
        while (true) {
            try {
                SipText answer = answers.poll(again.toMillis(), TimeUnit.MILLISECONDS);
                if (answer != null) {
                    provisional = true;
                    return answer;
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stop);
            }
            if (System.nanoTime() - began > patience.toNanos()) {
                throw new AssertionError(
                        "no answer to " + request.startLine() + " within " + patience.toSeconds() + " s");
            }
            if (!provisional) {
                phone.send(request);
                again = again.multipliedBy(2);
            }
        }
    }

    SipText finalAnswer(Duration patience) {
        SipText answer = next(patience);
        while (answer.status() < 200) {
            answer = next(patience);
        }
        return answer;
    }

    @Override
    public void close() {
        phone.forget(branch);
    }
}
