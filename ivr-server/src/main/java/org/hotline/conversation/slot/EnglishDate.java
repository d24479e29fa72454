package org.hotline.conversation.slot;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dates in English: "tomorrow", "next monday", "the third of march", "march third twenty twenty six", "in three days". */
final class EnglishDate {
    private static final Map<String, Integer> RELATIVE = Map.of(
            "day before yesterday",
            -2,
            "yesterday",
            -1,
            "today",
            0,
            "tonight",
            0,
            "tomorrow",
            1,
            "day after tomorrow",
            2);
    private static final Map<String, Integer> DAYS = days();
    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

    private static final String YEAR =
            "(?: (?<year>(?:twenty|two thousand(?: and)?|nineteen)(?: [a-z]+){0,2}|\\d{4}))?";
    private static final Pattern DATE = pattern("(?:MONTH (?:the )?DAY" + YEAR + ")");
    private static final Pattern DATE_DAY_FIRST = pattern("(?:DAY (?:of )?MONTH" + YEAR + ")");
    private static final Pattern DAY_ONLY = pattern("(?:the DAY)");
    private static final Pattern FAR = pattern(
            "(?:in (?<n>DAYS|a|an) (?<unit>day|week|month)s?|(?<n2>DAYS|a|an) (?<unit2>day|week|month)s? (?<way>ago|from now))");
    private static final Pattern NEAR = pattern("(?:RELATIVE)");
    private static final Pattern WEEKDAY = pattern("(?:(?:(?<which>next|last|this|past) )?(?<weekday>WEEKDAYS))");

    private EnglishDate() {}

    static Optional<LocalDate> read(String text, LocalDate today) {
        String words = String.join(" ", Words.english(text));
        List<MatchResult> weekdays = all(WEEKDAY, words);
        if (weekdays.size() > 1) {
            return Optional.empty();
        }
        Optional<DayOfWeek> weekday = weekdays.stream().findFirst().map(found -> WEEKDAYS.get(found.group("weekday")));
        NearestDate nearest = new NearestDate(today, weekday);
        List<Optional<LocalDate>> dates = dates(words, nearest);
        if (dates.isEmpty()) {
            return weekdays.stream().findFirst().map(found -> weekday(found, nearest));
        }
        return dates.size() == 1 ? dates.getFirst() : Optional.empty();
    }

    /** Every date said; an impossible one is empty. */
    private static List<Optional<LocalDate>> dates(String words, NearestDate nearest) {
        List<Optional<LocalDate>> dates = new ArrayList<>();
        String rest = words;
        for (Pattern pattern : List.of(DATE, DATE_DAY_FIRST)) {
            all(pattern, rest).forEach(found -> dates.add(date(found, nearest)));
            rest = pattern.matcher(rest).replaceAll("/");
        }
        all(DAY_ONLY, rest).forEach(found -> dates.add(nearest.of(number(found.group("day")))));
        all(FAR, rest).forEach(found -> dates.add(Optional.of(far(found, nearest.today()))));
        all(NEAR, rest).forEach(found -> dates.add(Optional.of(nearest.today().plusDays(relative(found.group())))));
        return dates;
    }

    private static Optional<LocalDate> date(MatchResult found, NearestDate nearest) {
        int month = MONTHS.getOrDefault(found.group("month"), 0);
        int day = number(found.group("day"));
        String year = found.group("year");
        return year == null
                ? nearest.of(month, day)
                : year(List.of(year.split(" "))).flatMap(number -> nearest.of(number, month, day));
    }

    /** "Twenty twenty six", "two thousand and six", "nineteen ninety nine", "2026". */
    private static Optional<Integer> year(List<String> words) {
        if (words.size() == 1) {
            return words.getFirst().matches("\\d{4}")
                    ? Optional.of(Integer.valueOf(words.getFirst()))
                    : Optional.empty();
        }
        EnglishNumber.Read first = EnglishNumber.cardinal(words, 0);
        if (first.words() == words.size()) {
            return first.value() > 1900 ? Optional.of((int) first.value()) : Optional.empty();
        }
        EnglishNumber.Read century = EnglishNumber.belowHundred(words.subList(0, 1), 0);
        EnglishNumber.Read rest = EnglishNumber.belowHundred(words, 1);
        return rest.words() == words.size() - 1 && rest.value() >= 10
                ? Optional.of((int) (century.value() * 100 + rest.value()))
                : Optional.empty();
    }

    private static LocalDate far(MatchResult found, LocalDate today) {
        boolean ahead = found.group("n") != null;
        int count = number(ahead ? found.group("n") : found.group("n2"));
        int signed = "ago".equals(found.group("way")) ? -count : count;
        return switch (ahead ? found.group("unit") : found.group("unit2")) {
            case "week" -> today.plusWeeks(signed);
            case "month" -> today.plusMonths(signed);
            default -> today.plusDays(signed);
        };
    }

    private static LocalDate weekday(MatchResult found, NearestDate nearest) {
        LocalDate today = nearest.today();
        DayOfWeek day = WEEKDAYS.getOrDefault(found.group("weekday"), DayOfWeek.MONDAY);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        String which = found.group("which") == null ? "" : found.group("which");
        return switch (which) {
            case "next" -> monday.plusDays(6L + day.getValue());
            case "this" -> monday.plusDays(day.getValue() - 1L);
            case "last", "past" -> today.with(TemporalAdjusters.previous(day));
            default -> nearest.of(day);
        };
    }

    private static int relative(String words) {
        return RELATIVE.getOrDefault(words, 0);
    }

    private static int number(String words) {
        return DAYS.getOrDefault(words, 1);
    }

    private static List<MatchResult> all(Pattern pattern, String words) {
        return pattern.matcher(words).results().toList();
    }

    private static Pattern pattern(String written) {
        return Pattern.compile("(?<![^ ])"
                + written.replace("RELATIVE", alternatives(RELATIVE.keySet().stream()))
                        .replace("WEEKDAYS", alternatives(WEEKDAYS.keySet().stream()))
                        .replace("MONTH", "(?<month>" + alternatives(MONTHS.keySet().stream()) + ")")
                        .replace("DAYS", alternatives(DAYS.keySet().stream()))
                        .replace("DAY", "(?<day>" + alternatives(DAYS.keySet().stream()) + ")")
                + "(?![^ ])");
    }

    /** Longest first, so that "twenty first" is not taken for "twenty". */
    private static String alternatives(Stream<String> words) {
        return words.sorted(Comparator.comparingInt(String::length).reversed()).collect(joining("|", "(?:", ")"));
    }

    private static Map<String, Integer> days() {
        List<String> ordinals = List.of(
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
                "nineteenth");
        Map<String, Integer> days = new HashMap<>(EnglishNumber.UNITS);
        days.putAll(EnglishNumber.TEENS);
        for (int day = 1; day <= ordinals.size(); day++) {
            days.put(ordinals.get(day - 1), day);
        }
        Map.of("twenty", 20, "thirty", 30, "twentieth", 20, "thirtieth", 30).forEach(days::put);
        EnglishNumber.UNITS.forEach((word, unit) -> {
            days.put("twenty " + word, 20 + unit);
            days.put("twenty " + ordinals.get(unit - 1), 20 + unit);
        });
        // Beyond thirty-one too: "march fortieth" is a date, only none that exists.
        days.put("thirty one", 31);
        days.put("thirty first", 31);
        for (int unit = 2; unit <= 9; unit++) {
            days.put("thirty " + ordinals.get(unit - 1), 30 + unit);
        }
        days.put("fortieth", 40);
        for (int day = 1; day <= 31; day++) {
            days.put(Integer.toString(day), day);
            days.put(
                    day
                            + (day % 10 == 1 && day != 11
                                    ? "st"
                                    : day % 10 == 2 && day != 12 ? "nd" : day % 10 == 3 && day != 13 ? "rd" : "th"),
                    day);
        }
        return Map.copyOf(days);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (Month month : Month.values()) {
            months.put(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT), month.getValue());
        }
        return Map.copyOf(months);
    }

    private static Map<String, DayOfWeek> weekdays() {
        Map<String, DayOfWeek> weekdays = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            weekdays.put(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT), day);
        }
        return Map.copyOf(weekdays);
    }
}
