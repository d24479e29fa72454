package org.hotline.conversation.slot;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the date that was meant by a part of one.
 *
 * @param today where nearness is counted from
 * @param weekday which it must fall on, if one was said
 */
record NearestDate(LocalDate today, Optional<DayOfWeek> weekday) {
    /** A day of a month of a year; nothing if there is no such day or the weekday is another. */
    Optional<LocalDate> of(int year, int month, int day) {
        return nearest(Stream.of(YearMonth.of(year, month)), day);
    }

    /** The nearest such day of any year. */
    Optional<LocalDate> of(int month, int day) {
        return nearest(Stream.of(-1, 0, 1).map(years -> YearMonth.of(today.getYear() + years, month)), day);
    }

    /** The nearest such day of any month. */
    Optional<LocalDate> of(int day) {
        return nearest(Stream.of(-1, 0, 1).map(months -> YearMonth.from(today).plusMonths(months)), day);
    }

    /** The nearest such weekday, today included. */
    LocalDate of(DayOfWeek day) {
        LocalDate next = today.with(TemporalAdjusters.nextOrSame(day));
        return ChronoUnit.DAYS.between(today, next) > 3 ? next.minusWeeks(1) : next;
    }

    private Optional<LocalDate> nearest(Stream<YearMonth> months, int day) {
        return months.filter(month -> month.isValidDay(day))
                .map(month -> month.atDay(day))
                .filter(date -> weekday.isEmpty() || weekday.get() == date.getDayOfWeek())
                .min(Comparator.comparingLong(date -> Math.abs(ChronoUnit.DAYS.between(today, date))));
    }
}
