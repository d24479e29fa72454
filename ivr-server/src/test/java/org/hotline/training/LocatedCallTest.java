package org.hotline.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.TalkStories;
import org.hotline.issue.belief.PastCall;
import org.hotline.speech.Language;
import org.junit.jupiter.api.Test;

/** Which calls teach, and what. */
class LocatedCallTest {
    private static final Instant START = Instant.parse("2026-11-04T09:00:00Z");
    private static final PastCall LATE = new PastCall(Set.of("order-late"), "parcel-late");

    @Test
    void whoSaidYesTeachesAndIsTriedAgain() {
        LocatedCall call = call(true, "confirm parcel-late", "settle parcel-late");
        assertThat(call.known()).contains(LATE);
        assertThat(call.isConfirmed()).isTrue();
        assertThat(call.unlocated()).isEmpty();
    }

    @Test
    void whoLetItPassTeachesButHasNotSaidYes() {
        LocatedCall call = call(false, "confirm refund-status", "guide", "tell parcel-late", "settle parcel-late");
        assertThat(call.known()).contains(LATE);
        assertThat(call.isConfirmed()).isFalse();
        assertThat(call.unlocated()).isEmpty();
    }

    @Test
    void whoNeverHeardOfItTeachesNothing() {
        LocatedCall call = call(false, "guide", "settle parcel-late");
        assertThat(call.known()).isEmpty();
        assertThat(call.unlocated()).isPresent();
    }

    /** A call that was taken for a late parcel. */
    private static LocatedCall call(boolean confirmed, String... acts) {
        Stream<CallEvent> decisions = Stream.of(acts)
                .map(act -> new CallEvent.Decided(
                        START,
                        1,
                        "what",
                        List.of(new CallEvent.Decided.Option(act, 1)),
                        List.of(),
                        0.1,
                        1,
                        Optional.of(List.of("order-late")),
                        Optional.empty()));
        CallEvent turn = new CallEvent.TurnTaken(
                START,
                Duration.ZERO,
                1,
                "what",
                "How can I help you?",
                "where is it",
                "",
                "parcel-late",
                1,
                Optional.empty(),
                Optional.empty());
        CallEvent located = new CallEvent.IssueLocated(START, "parcel-late", confirmed, Map.of());
        return LocatedCall.of(
                        new TalkStories.Story(
                                new CallId("taught01"),
                                "shop-en",
                                Stream.concat(decisions, Stream.of(turn, located))
                                        .toList()),
                        Language.ENGLISH)
                .orElseThrow();
    }
}
