package org.hotline.history.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.hotline.call.Call;
import org.hotline.history.CallEvent;
import org.junit.jupiter.api.Test;

/** What is written down is read back, also what was written before there was more to tell. */
class EventJsonTest {
    private static final Instant AT = Instant.parse("2026-11-02T12:00:00Z");

    @Test
    void aWordOfSignallingKeepsItsLeg() {
        CallEvent word =
                new CallEvent.Signalling(AT, true, "INVITE", "192.0.2.1:5060", Optional.of(Call.Direction.OUTBOUND));
        assertThat(EventJson.read("Signalling", EventJson.write(word))).isEqualTo(word);
    }

    @Test
    void anOlderOneHasNone() {
        assertThat(
                        EventJson.read(
                                "Signalling",
                                "{\"at\":\"2026-11-02T12:00:00Z\",\"sent\":false,\"summary\":\"BYE\",\"peer\":\"192.0.2.1:5060\"}"))
                .isEqualTo(new CallEvent.Signalling(AT, false, "BYE", "192.0.2.1:5060", Optional.empty()));
    }
}
