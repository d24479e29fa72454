package org.hotline.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.Cdr;
import org.hotline.history.MemoryCallStore;
import org.hotline.queue.observed.Caller;
import org.hotline.queue.observed.Fact;
import org.hotline.queue.observed.Fact.End;
import org.junit.jupiter.api.Test;

class ObservedCallsTest {
    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    private static final CallId CALL = new CallId("call1");
    private static final Caller CALLER = new Caller("1764000000.7", "PJSIP/trunk-7", "13800000000", "4000", "");

    private final MemoryCallStore store = new MemoryCallStore();

    private CompletableFuture<Void> append(CallId call, CallEvent event) {
        return store.append(call, event);
    }

    private void write(List<Fact> facts) {
        facts.forEach(fact -> ObservedCalls.write(fact, this::append));
    }

    private static Instant at(int seconds) {
        return NINE.plusSeconds(seconds);
    }

    @Test
    void aStoryIsReadBackAsItWasWritten() {
        List<Fact> story = List.of(
                new Fact.Came(CALL, NINE, CALLER),
                new Fact.Entered(CALL, NINE, "sales"),
                new Fact.WentOn(CALL, at(60), "sales", Duration.ofSeconds(60), Fact.Exit.KEY),
                new Fact.Entered(CALL, at(61), "overflow"),
                new Fact.Rang(CALL, at(62), "overflow", "Anna"),
                new Fact.RangInVain(CALL, at(77), "overflow", "Anna"),
                new Fact.Rang(CALL, at(80), "overflow", "Ben"),
                new Fact.Joined(CALL, at(84), "overflow", "Ben", Duration.ofSeconds(23)),
                new Fact.Parted(CALL, at(184), "overflow", "Ben", Duration.ofSeconds(100), Duration.ZERO),
                new Fact.Over(CALL, at(184), End.AGENT_HUNG_UP));
        write(story);
        assertThat(ObservedStories.read(store, NINE.minusSeconds(1))).isEqualTo(story);
        Cdr cdr = store.find(CALL).orElseThrow();
        assertThat(cdr.agent()).contains("Ben");
        assertThat(cdr.queue()).contains("overflow");
        assertThat(cdr.waited()).isEqualTo(Duration.ofSeconds(83));
        assertThat(cdr.talked()).isEqualTo(Duration.ofSeconds(100));
        assertThat(cdr.calling()).isEqualTo("13800000000");
        assertThat(cdr.dialplan()).isEqualTo(ObservedCalls.PLAN);
    }

    @Test
    void whatWasNotSeenIsKnownAfterwardsToo() {
        List<Fact> story = List.of(
                new Fact.Came(CALL, NINE, CALLER),
                new Fact.Entered(CALL, NINE, "sales"),
                new Fact.LostFromSight(CALL, at(9), "sales"),
                new Fact.Over(CALL, at(9), End.UNSEEN));
        write(story);
        assertThat(ObservedStories.read(store, NINE)).isEqualTo(story);
        assertThat(store.find(CALL).orElseThrow().waited()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void unfinishedCallsAreReadHoweverOldAndOthersCallsAreNot() {
        CallId ours = new CallId("ours1");
        append(ours, new CallEvent.Arrived(NINE, "1", "4000", Optional.empty(), "127.0.0.1"))
                .join();
        append(ours, new CallEvent.Answered(NINE, ObservedCalls.PLAN, "en")).join();
        write(List.of(new Fact.Came(CALL, NINE, CALLER), new Fact.Entered(CALL, NINE, "sales")));
        assertThat(ObservedStories.read(store, at(86_400)))
                .extracting(Fact::call)
                .containsOnly(CALL);
    }
}
