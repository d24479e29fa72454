package org.hotline.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent.AgentJoined;
import org.hotline.history.CallEvent.Arrived;
import org.hotline.history.CallEvent.Ended;
import org.hotline.history.CallEvent.QueueEntered;
import org.junit.jupiter.api.Test;

class CdrProjectionTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private final CallId call = CallId.at(NOON);

    @Test
    void wholeStoryGivesTheWholeRecord() {
        Cdr cdr = CdrProjection.of(call, Stories.everyKind(NOON)).cdr();
        assertThat(cdr)
                .isEqualTo(new Cdr(
                        call,
                        NOON,
                        Optional.of(NOON.plusMillis(5)),
                        Optional.of(NOON.plusSeconds(100)),
                        "1001",
                        "4000",
                        "shop",
                        "en",
                        1,
                        Optional.of("parcel-late"),
                        true,
                        Optional.of("shop-late"),
                        Duration.ofSeconds(19),
                        Optional.of("carol"),
                        Duration.ofSeconds(60),
                        Optional.of("2026/11/21/call.opus"),
                        Optional.of(new Ending.CallerHungUp(Ending.Where.IN_VOICEMAIL))));
    }

    @Test
    void hangingUpInTheQueueCountsAsWaitedUntilThen() {
        Cdr cdr = CdrProjection.of(
                        call,
                        List.of(
                                arrived(),
                                new QueueEntered(NOON.plusSeconds(10), "shop-en"),
                                new Ended(NOON.plusSeconds(40), new Ending.CallerHungUp(Ending.Where.IN_QUEUE))))
                .cdr();
        assertThat(cdr.waited()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void breakingOffWithAnAgentCountsAsTalkedUntilThen() {
        Cdr cdr = CdrProjection.of(
                        call,
                        List.of(
                                arrived(),
                                new QueueEntered(NOON.plusSeconds(10), "shop-en"),
                                new AgentJoined(NOON.plusSeconds(15), "shop-en", "bob", Duration.ofSeconds(5)),
                                new Ended(NOON.plusSeconds(75), new Ending.Interrupted())))
                .cdr();
        assertThat(cdr.waited()).isEqualTo(Duration.ofSeconds(5));
        assertThat(cdr.talked()).isEqualTo(Duration.ofSeconds(60));
    }

    private Arrived arrived() {
        return new Arrived(NOON, "1001", "4000", Optional.empty(), "sip:udp:127.0.0.1:5060");
    }
}
