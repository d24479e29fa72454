package org.hotline.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ByClockTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    @Test
    void onItsDays() {
        ByClock strike = new ByClock(
                new InForce(Optional.of(DAY), Optional.of(DAY.plusDays(1))), Optional.empty(), Optional.empty());
        assertThat(strike.at(DAY.atStartOfDay())).isTrue();
        assertThat(strike.at(DAY.plusDays(1).atTime(23, 59))).isTrue();
        assertThat(strike.at(DAY.plusDays(2).atStartOfDay())).isFalse();
        assertThat(strike.at(DAY.minusDays(1).atTime(12, 0))).isFalse();
    }

    @Test
    void atItsTimeOfDay() {
        ByClock evening = between(LocalTime.of(18, 0), LocalTime.of(23, 0));
        assertThat(evening.at(DAY.atTime(18, 0))).isTrue();
        assertThat(evening.at(DAY.atTime(23, 0))).isFalse();
        assertThat(evening.at(DAY.atTime(9, 0))).isFalse();
    }

    @Test
    void overMidnight() {
        ByClock night = between(LocalTime.of(22, 0), LocalTime.of(6, 0));
        assertThat(night.at(DAY.atTime(23, 0))).isTrue();
        assertThat(night.at(DAY.atTime(5, 59))).isTrue();
        assertThat(night.at(LocalDateTime.of(DAY, LocalTime.NOON))).isFalse();
    }

    private static ByClock between(LocalTime after, LocalTime before) {
        return new ByClock(InForce.ALWAYS, Optional.of(after), Optional.of(before));
    }
}
