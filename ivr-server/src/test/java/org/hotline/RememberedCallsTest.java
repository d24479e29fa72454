package org.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.hotline.history.StoreUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No caller waits for what is remembered of them. */
class RememberedCallsTest {
    @Test
    void whatTheStoreKnowsIsTold() {
        RememberedCalls remembered = new RememberedCalls((calling, since) ->
                calling.equals("5550100") && since.equals(Instant.EPOCH) ? List.of("late") : List.of());
        assertThat(remembered.issues("5550100", Instant.EPOCH)).containsExactly("late");
        assertThat(remembered.issues("5550101", Instant.EPOCH)).isEmpty();
    }

    @Test
    void aStoreThatIsAwayKnowsNothing() {
        RememberedCalls remembered = new RememberedCalls((calling, since) -> {
            throw new StoreUnavailable("gone", new IllegalStateException());
        });
        assertThat(remembered.issues("5550100", Instant.EPOCH)).isEmpty();
    }

    @Test
    @Timeout(20)
    void aStoreThatDoesNotAnswerKnowsNothing() {
        CountDownLatch never = new CountDownLatch(1);
        RememberedCalls remembered = new RememberedCalls((calling, since) -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return List.of("late");
        });
        assertThat(remembered.issues("5550100", Instant.EPOCH)).isEmpty();
        never.countDown();
    }
}
