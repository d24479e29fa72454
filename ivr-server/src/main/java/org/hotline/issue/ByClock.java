package org.hotline.issue;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * When something holds for every caller: an outage, the days of a sale, the evenings.
 *
 * @param days on which it does
 * @param after the time of day from which it does; nothing for the beginning of the day
 * @param before the time of day up to which it does, itself not; nothing for the end of the day. Before {@code after}: over midnight
 */
public record ByClock(InForce days, Optional<LocalTime> after, Optional<LocalTime> before) implements Holds {
    /** Whether it holds at this time on the hotline's clock. */
    public boolean at(LocalDateTime now) {
        LocalTime time = now.toLocalTime();
        boolean since = after.map(first -> !time.isBefore(first)).orElse(true);
        boolean until = before.map(time::isBefore).orElse(true);
        boolean overnight =
                after.isPresent() && before.isPresent() && before.get().isBefore(after.get());
        return days.on(now.toLocalDate()) && (overnight ? since || until : since && until);
    }
}
