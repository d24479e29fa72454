package org.hotline.queue.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline.queue.observed.Duty.Kind;
import org.hotline.queue.observed.Member.Device;
import org.junit.jupiter.api.Test;

/** What agents did, however it is heard of. */
class DutiesTest {
    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant EIGHT = NINE.minusSeconds(3_600);

    private final Duties duties = new Duties();

    private static Member member(boolean dynamic, boolean paused, String reason) {
        return new Member(
                "sales",
                "PJSIP/anna",
                "Anna",
                dynamic,
                Device.FREE,
                paused,
                reason,
                false,
                Optional.empty(),
                paused ? Optional.of(EIGHT) : Optional.empty(),
                Optional.of(EIGHT),
                Duration.ZERO);
    }

    private static Duty duty(Instant at, Kind kind, String reason) {
        return new Duty(at, "sales", "PJSIP/anna", "Anna", kind, reason);
    }

    @Test
    void aPauseIsToldOnceWithItsReasonAndSinceWhen() {
        duties.see(member(false, false, ""), NINE);
        assertThat(duties.take()).as("a member by configuration").isEmpty();
        duties.see(member(false, true, "lunch"), NINE);
        duties.see(member(false, true, "lunch"), NINE.plusSeconds(1));
        assertThat(duties.take()).containsExactly(duty(EIGHT, Kind.PAUSED, "lunch"));
        duties.see(member(false, true, "training"), NINE.plusSeconds(2));
        duties.see(member(false, false, ""), NINE.plusSeconds(3));
        assertThat(duties.take())
                .containsExactly(duty(EIGHT, Kind.PAUSED, "training"), duty(NINE.plusSeconds(3), Kind.UNPAUSED, ""));
    }

    @Test
    void whoSignsInAndOutIsTold() {
        duties.see(member(true, false, ""), NINE);
        duties.remove(new Roster.Seat("sales", "PJSIP/anna"), NINE.plusSeconds(9));
        duties.remove(new Roster.Seat("sales", "PJSIP/anna"), NINE.plusSeconds(10));
        assertThat(duties.take())
                .containsExactly(duty(EIGHT, Kind.ADDED, ""), duty(NINE.plusSeconds(9), Kind.REMOVED, ""));
    }

    @Test
    void whatAnEarlierProcessToldIsNotToldAgainAndWhatChangedMeanwhileIs() {
        duties.recall(List.of(duty(EIGHT, Kind.PAUSED, "lunch")));
        duties.see(member(true, true, "lunch"), NINE);
        assertThat(duties.take()).isEmpty();
        duties.keepOnly(Set.of(), NINE.plusSeconds(5));
        assertThat(duties.take()).containsExactly(duty(NINE.plusSeconds(5), Kind.REMOVED, ""));
        duties.recall(List.of(duty(EIGHT, Kind.REMOVED, "")));
        duties.see(member(true, false, ""), NINE.plusSeconds(9));
        assertThat(duties.take()).containsExactly(duty(EIGHT, Kind.ADDED, ""));
    }
}
