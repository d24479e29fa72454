package org.hotline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final User LIN = new User("lin", "Lin", Role.SUPERVISOR);

    private Instant now = Instant.parse("2026-11-21T06:00:00Z");
    private final MemoryUsers users = new MemoryUsers();
    private final Sessions sessions =
            new Sessions(users, Duration.ofMillis(50), Duration.ofHours(12), Duration.ofHours(24), () -> now);

    @BeforeEach
    void linIsThere() {
        users.save(LIN, "hash");
    }

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

    @Test
    void aChangedUserIsLoggedOutEverywhereButWhereTheChangeWasMade() {
        Session here = sessions.begin(LIN);
        Session there = sessions.begin(LIN);
        User changed = LIN.shownAs("Lin Lin");
        users.save(changed, "hash");
        sessions.endOthersOf(here, changed);
        assertThat(sessions.find(there.token())).isEmpty();
        assertThat(sessions.find(here.token())).hasValueSatisfying(kept -> {
            assertThat(kept.user()).isEqualTo(changed);
            assertThat(kept.csrf()).isEqualTo(here.csrf());
        });
        sessions.endAllOf("lin");
        assertThat(sessions.find(here.token())).isEmpty();
    }

    @Test
    void aUserChangedFromElsewhereIsLoggedOutOnceThatIsNoticed() {
        Session session = sessions.begin(LIN);
        users.save(LIN.stamped(7), "hash");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> sessions.find(session.token()).isEmpty());
    }
}
