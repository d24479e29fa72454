package org.hotline.call.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.junit.jupiter.api.Test;

/** A listener that cannot follow loses events, and knows it. */
class SubscriptionTest {
    private static final AmiVersion VERSION = new AmiVersion("22.9.0", 22);

    private final CompletableFuture<Void> awake = new CompletableFuture<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final LongAdder dropped = new LongAdder();
    private final Subscription subscription = new Subscription(
            Set.of(HangupEvent.class),
            new AmiListener() {
                @Override
                public void connected(AmiVersion version) {
                    told.add("connected");
                    awake.join();
                }

                @Override
                public void event(ManagerEvent event) {
                    told.add("event");
                }

                @Override
                public void lost() {
                    told.add("lost");
                }
            },
            dropped);

    private void awaitTold(int words) {
        await().atMost(Duration.ofSeconds(30)).until(() -> told.size() == words);
    }

    @Test
    void tooManyEventsMeanToBeginAnew() {
        subscription.connected(VERSION);
        for (int i = 0; i < 10_007; i++) {
            subscription.happened(new HangupEvent(this));
            subscription.happened(new NewChannelEvent(this));
        }
        assertThat(dropped.sum()).isEqualTo(7);
        awake.complete(null);
        awaitTold(10_003);
        assertThat(told.getFirst()).isEqualTo("connected");
        assertThat(told.subList(10_001, 10_003)).containsExactly("lost", "connected");
        subscription.happened(new HangupEvent(this));
        subscription.lost();
        subscription.lost();
        awaitTold(10_005);
        assertThat(told.subList(10_003, 10_005)).containsExactly("event", "lost");
        subscription.close();
    }

    @Test
    void beforeALoginNothingIsTold() {
        subscription.lost();
        subscription.happened(new HangupEvent(this));
        awake.complete(null);
        subscription.connected(VERSION);
        awaitTold(1);
        assertThat(told).containsExactly("connected");
        subscription.close();
    }
}
