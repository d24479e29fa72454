package org.hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hotline.queue.Centre.agent;
import static org.hotline.queue.Centre.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    private static final QueueSettings HASTY = new QueueSettings(
            "shop",
            "en",
            Set.of(),
            Duration.ofMillis(50),
            Duration.ZERO,
            Duration.ofMinutes(1),
            Duration.ofSeconds(20),
            80,
            Duration.ofSeconds(5));

    private final ListJournal journal = new ListJournal();
    private final Queue<Effect> effects = new ConcurrentLinkedQueue<>();
    private Dispatcher dispatcher = dispatcher(InstantSource.system());

    private Dispatcher dispatcher(InstantSource clock) {
        return new Dispatcher(
                new CallDistributor(
                        List.of(HASTY),
                        List.of(agent("ann", "shop"), agent("ben", "shop")),
                        RoutingStrategy.LONGEST_IDLE_FIRST,
                        OfferRules.USUAL,
                        Centre.ZONE),
                journal,
                clock);
    }

    private void annWorksAndACallerComes() {
        dispatcher.post(new Event.PhoneReachable("ann"));
        dispatcher.post(new Event.AgentSignedIn("ann"));
        dispatcher.post(new Event.CallerEntered(call(1), "shop", Optional.empty()));
    }

    @AfterEach
    void close() {
        dispatcher.close();
    }

    @Test
    void deadlinesComeByThemselves() {
        dispatcher.start(effects::add);
        annWorksAndACallerComes();
        await().untilAsserted(() -> assertThat(effects)
                .anySatisfy(effect -> assertThat(effect)
                        .isInstanceOfSatisfying(
                                Effect.CancelOffer.class,
                                cancelled -> assertThat(cancelled.why()).isEqualTo(Effect.Withdrawal.TIMED_OUT))));
    }

    @Test
    void anEffectThatThrowsStopsNobody() {
        dispatcher.start(effect -> {
            effects.add(effect);
            throw new IllegalStateException("broken on purpose");
        });
        annWorksAndACallerComes();
        dispatcher.post(new Event.CallerEntered(call(2), "shop", Optional.empty()));
        await().untilAsserted(() -> assertThat(effects).contains(new Effect.TellPosition(call(2), 2)));
    }

    @Test
    void aRestartKnowsWhoIsAtWorkAndWhatWasCounted() {
        dispatcher.start(effects::add);
        annWorksAndACallerComes();
        await().until(() -> effects.stream().anyMatch(Effect.MakeOffer.class::isInstance));
        dispatcher.close();

        dispatcher = dispatcher(InstantSource.system());
        dispatcher.start(effects::add);
        QueueBoard board = dispatcher.board();
        assertThat(board.agent("ann").orElseThrow().state().word()).isEqualTo("available");
        assertThat(board.agent("ann").orElseThrow().reachable()).isFalse();
        assertThat(board.agent("ben").orElseThrow().state().word()).isEqualTo("signed-out");
        DayCounts today = board.queue("shop").orElseThrow().today();
        assertThat(today.offered()).isOne();
        assertThat(today.interrupted()).isOne();
        assertThat(today.abandoned()).isOne();
    }

    @Test
    void aClockThatGoesBackDoesNot() {
        Instant[] now = {Centre.NINE};
        dispatcher = dispatcher(() -> now[0]);
        dispatcher.start(effects::add);
        dispatcher.post(new Event.AgentSignedIn("ann"));
        await().until(() -> dispatcher.board().agent("ann").orElseThrow().state() instanceof AgentState.Available);
        now[0] = Centre.NINE.minusSeconds(60);
        dispatcher.post(new Event.AgentSignedIn("ben"));
        await().until(() -> dispatcher.board().agent("ben").orElseThrow().state() instanceof AgentState.Available);
        assertThat(dispatcher.board().at()).isEqualTo(Centre.NINE);
    }
}
