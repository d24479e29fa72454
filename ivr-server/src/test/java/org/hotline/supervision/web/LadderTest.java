package org.hotline.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.history.CallEvent;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    @Test
    void tellsWhyACallerWasTrustedAndHowTheyRatedTheCallButNotTheirOrder() {
        Map<String, String> slots = Map.of("order", "12345678", "trust-because", "start 10; = 52, instant");
        List<Ladder.Rung> rungs = Ladder.of(
                List.of(
                        new CallEvent.IssueLocated(NOON, "return-item", true, slots),
                        new CallEvent.Rated(NOON.plusSeconds(9), "csat", 4)),
                Optional.of(NOON));
        assertThat(rungs.get(0).detail())
                .containsEntry("trust-because", "start 10; = 52, instant")
                .doesNotContainKey("order");
        assertThat(rungs.get(1).detail()).containsEntry("scale", "csat").containsEntry("score", "4");
    }
}
