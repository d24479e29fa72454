package org.hotline.conversation.slot;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline.speech.Language;

/**
 * Dates as people say them: "yesterday", "last Monday", "March the third", 下周一, 三月五号. Without a year the nearest one
 * is meant; a bare weekday is the nearest such day. What is no date (February thirtieth) is nothing.
 */
public final class SpokenDate {
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final List<String> WEEKDAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final List<String> ORDINALS = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth");

    private SpokenDate() {}

    /** The date said in {@code text}, seen from {@code today}. */
    public static Optional<LocalDate> read(Language language, String text, LocalDate today) {
        return switch (language) {
            case ENGLISH -> english(EnglishNumber.words(text), today);
            case MANDARIN -> mandarin(MandarinNumber.compact(text), today);
        };
    }

    // ---------------------------------------------------------------- English

    private static Optional<LocalDate> english(List<String> words, LocalDate today) {
        String text = String.join(" ", words);
        if (text.contains("day before yesterday")) {
            return Optional.of(today.minusDays(2));
        } else if (text.contains("day after tomorrow")) {
            return Optional.of(today.plusDays(2));
        } else if (words.contains("yesterday")) {
            return Optional.of(today.minusDays(1));
        } else if (words.contains("tomorrow")) {
            return Optional.of(today.plusDays(1));
        } else if (words.contains("today")) {
            return Optional.of(today);
        }
        return englishMonth(words, today).or(() -> englishWeekday(words, today));
    }

    private static Optional<LocalDate> englishMonth(List<String> words, LocalDate today) {
        for (int at = 0; at < words.size(); at++) {
            int month = MONTHS.indexOf(words.get(at)) + 1;
            if (month > 0) {
                List<String> others = Stream.concat(
                                words.subList(at + 1, words.size()).stream(), words.subList(0, at).stream())
                        .filter(word -> !word.equals("the") && !word.equals("of"))
                        .toList();
                Optional<Integer> day = firstDay(others);
                if (day.isPresent()) {
                    return nearest(month, day.get(), today);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> firstDay(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            Optional<Integer> day = day(words, at);
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    /** "third", "twenty first", "thirtieth", "three", "twenty one". */
    private static Optional<Integer> day(List<String> words, int at) {
        String word = words.get(at);
        int ordinal = ORDINALS.indexOf(word) + 1;
        if (ordinal > 0) {
            return Optional.of(ordinal);
        }
        if (word.equals("thirtieth")) {
            return Optional.of(30);
        }
        int unit = ORDINALS.indexOf(EnglishNumber.word(words, at + 1)) + 1;
        if ((word.equals("twenty") || word.equals("thirty")) && unit > 0 && unit < 10) {
            return Optional.of((word.equals("twenty") ? 20 : 30) + unit);
        }
        return EnglishNumber.belowHundred(words, at).map(read -> (int) read.value());
    }

    private static Optional<LocalDate> englishWeekday(List<String> words, LocalDate today) {
        for (int at = 0; at < words.size(); at++) {
            int weekday = WEEKDAYS.indexOf(words.get(at)) + 1;
            if (weekday > 0) {
                String before = at > 0 ? words.get(at - 1) : "";
                LocalDate nearest = nearestWeekday(weekday, today);
                return Optional.of(
                        switch (before) {
                            case "last" -> nearest.isBefore(today) ? nearest : nearest.minusWeeks(1);
                            case "next" -> nearest.isAfter(today) ? nearest : nearest.plusWeeks(1);
                            default -> nearest;
                        });
            }
        }
        return Optional.empty();
    }

    // ---------------------------------------------------------------- Mandarin

    private static Optional<LocalDate> mandarin(String text, LocalDate today) {
        List<String> near = List.of("大前天", "前天", "昨天", "今天", "明天", "后天");
        for (int i = 0; i < near.size(); i++) {
            if (text.contains(near.get(i))) {
                return Optional.of(today.plusDays(i - 3L));
            }
        }
        return mandarinMonth(text, today).or(() -> mandarinWeekday(text, today));
    }

    private static Optional<LocalDate> mandarinMonth(String text, LocalDate today) {
        for (int at = 0; at < text.length(); at++) {
            Optional<MandarinNumber.Read> number = MandarinNumber.cardinal(text, at);
            if (number.isEmpty()) {
                continue;
            }
            int value = (int) Math.min(number.get().value(), 100);
            char unit = number.get().next() < text.length()
                    ? text.charAt(number.get().next())
                    : ' ';
            if (unit == '月') {
                return MandarinNumber.cardinal(text, number.get().next() + 1)
                        .flatMap(day -> nearest(value, (int) Math.min(day.value(), 100), today));
            }
            if (unit == '号' || unit == '日') {
                return nearestDayOfMonth(value, today);
            }
            at = number.get().next();
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> mandarinWeekday(String text, LocalDate today) {
        for (String week : List.of("星期", "礼拜", "周")) {
            int at = text.indexOf(week);
            int day = at >= 0 && at + week.length() < text.length()
                    ? "一二三四五六日天".indexOf(text.charAt(at + week.length()))
                    : -1;
            if (day >= 0) {
                LocalDate monday = today.minusDays(today.getDayOfWeek().getValue() - 1L);
                LocalDate thisWeek = monday.plusDays(Math.min(day, 6));
                String before = text.substring(0, at);
                if (before.endsWith("上") || before.endsWith("上个")) {
                    return Optional.of(thisWeek.minusWeeks(1));
                }
                return Optional.of(before.endsWith("下") || before.endsWith("下个") ? thisWeek.plusWeeks(1) : thisWeek);
            }
        }
        return Optional.empty();
    }

    // ---------------------------------------------------------------- nearest

    private static LocalDate nearestWeekday(int weekday, LocalDate today) {
        int ahead = Math.floorMod(weekday - today.getDayOfWeek().getValue(), 7);
        return today.plusDays(ahead > 3 ? ahead - 7 : ahead);
    }

    private static Optional<LocalDate> nearest(int month, int day, LocalDate today) {
        try {
            MonthDay date = MonthDay.of(month, day);
            return nearest(
                    Stream.of(-1, 0, 1)
                            .map(years -> today.getYear() + years)
                            .filter(date::isValidYear)
                            .map(date::atYear),
                    today);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> nearestDayOfMonth(int day, LocalDate today) {
        return nearest(
                Stream.of(-1, 0, 1)
                        .map(today::plusMonths)
                        .filter(month -> day >= 1 && day <= month.lengthOfMonth())
                        .map(month -> month.withDayOfMonth(day)),
                today);
    }

    private static Optional<LocalDate> nearest(Stream<LocalDate> candidates, LocalDate today) {
        return candidates.min(Comparator.comparingLong(date -> Math.abs(date.toEpochDay() - today.toEpochDay())));
    }
}
