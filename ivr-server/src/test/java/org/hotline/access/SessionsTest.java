package org.hotline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final User LIN = new User("lin", "Lin", Role.SUPERVISOR);

    private Instant now = Instant.parse("2026-11-21T06:00:00Z");
    private final Sessions sessions = new Sessions(Duration.ofHours(12), Duration.ofHours(24), () -> now);

    @Test
    void aSessionIsFoundByItsSecretAlone() {
        Session session = sessions.begin(LIN);
        assertThat(sessions.find(session.token())).contains(session);
        assertThat(sessions.find(session.csrf())).isEmpty();
        assertThat(session.toString()).doesNotContain(session.token()).doesNotContain(session.csrf());
    }

    @Test
    void loggingOutEndsIt() {
        Session session = sessions.begin(LIN);
        sessions.end(session.token());
        assertThat(sessions.find(session.token())).isEmpty();
    }

    @Test
    void anOldSessionIsOverHoweverMuchItWasUsed() {
        Session session = sessions.begin(LIN);
        now = now.plus(Duration.ofHours(23));
        assertThat(sessions.find(session.token())).isPresent();
        now = now.plus(Duration.ofHours(2));
        assertThat(sessions.find(session.token())).isEmpty();
    }
}
