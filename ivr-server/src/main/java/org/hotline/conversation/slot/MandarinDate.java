package org.hotline.conversation.slot;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Dates in Mandarin: 明天, 下周一, 三月五号, 明年三月五号, 二十五号, 下个月五号, 三天后, 国庆节. */
final class MandarinDate {
    private static final Map<String, Integer> RELATIVE = Map.ofEntries(
            Map.entry("大前天", -3),
            Map.entry("前天", -2),
            Map.entry("昨天", -1),
            Map.entry("昨日", -1),
            Map.entry("今天", 0),
            Map.entry("今日", 0),
            Map.entry("今晚", 0),
            Map.entry("明天", 1),
            Map.entry("明日", 1),
            Map.entry("明早", 1),
            Map.entry("明晚", 1),
            Map.entry("后天", 2),
            Map.entry("大后天", 3));

    /** Holidays with a fixed place in the solar calendar, as month and day. */
    private static final Map<String, int[]> HOLIDAYS =
            Map.of("元旦", new int[] {1, 1}, "劳动节", new int[] {5, 1}, "国庆", new int[] {10, 1}, "圣诞", new int[] {12, 25});

    private static final String NUMBER = "[零〇一二两三四五六七八九十0-9]";
    private static final Pattern RELATIVES = Pattern.compile("大前天|大后天|前天|昨[天日]|今[天日晚]|明[天日早晚]|后天");
    private static final Pattern HOLIDAY = Pattern.compile("元旦|劳动节|国庆|圣诞");
    private static final Pattern FULL =
            Pattern.compile("(?:(?<year>N{2,4})年|(?<which>前年|去年|今年|明年|后年))?(?<month>N{1,2})月(?:份)?(?<day>N{1,3})[号日]?"
                    .replace("N", NUMBER));
    private static final Pattern DAY =
            Pattern.compile("(?:(?<which>上上?个?月|下下?个?月|这个?月|本月))?(?<day>N{1,3})[号日]".replace("N", NUMBER));
    private static final Pattern FAR =
            Pattern.compile("(?<n>N{1,3})(?<unit>天|个?星期|个?礼拜|周|个月)(?:以|之)?(?<way>后|前)".replace("N", NUMBER));
    private static final Pattern WEEKDAY =
            Pattern.compile("(?<which>上上个?|上个?|下下个?|下个?|这个?|本)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])");

    private MandarinDate() {}

    static Optional<LocalDate> read(String text, LocalDate today) {
        String rest = Words.mandarin(text);
        List<MatchResult> weekdays = WEEKDAY.matcher(rest).results().toList();
        if (weekdays.size() > 1) {
            return Optional.empty();
        }
        Optional<MatchResult> weekday = weekdays.stream().findFirst();
        rest = WEEKDAY.matcher(rest).replaceAll("/");
        NearestDate nearest = new NearestDate(today, weekday.map(MandarinDate::dayOfWeek));
        List<Optional<LocalDate>> dates = dates(rest, nearest);
        if (dates.isEmpty()) {
            return weekday.map(found -> weekday(found, nearest));
        }
        return dates.size() == 1 ? dates.getFirst() : Optional.empty();
    }

    /** Every date said but weekdays; an impossible one is empty. */
    private static List<Optional<LocalDate>> dates(String text, NearestDate nearest) {
        LocalDate today = nearest.today();
        List<Optional<LocalDate>> dates = new ArrayList<>();
        FULL.matcher(text).results().forEach(found -> dates.add(full(found, nearest)));
        String rest = FULL.matcher(text).replaceAll("/");
        DAY.matcher(rest).results().forEach(found -> dates.add(day(found, nearest)));
        FAR.matcher(rest).results().forEach(found -> dates.add(far(found, today)));
        RELATIVES
                .matcher(rest)
                .results()
                .forEach(found -> dates.add(Optional.of(today.plusDays(RELATIVE.getOrDefault(found.group(), 0)))));
        HOLIDAY.matcher(rest).results().forEach(found -> {
            int[] monthAndDay = HOLIDAYS.getOrDefault(found.group(), new int[] {1, 1});
            dates.add(nearest.of(monthAndDay[0], monthAndDay[1]));
        });
        return dates;
    }

    private static Optional<LocalDate> full(MatchResult found, NearestDate nearest) {
        Optional<Integer> month = number(found.group("month")).filter(number -> number >= 1 && number <= 12);
        Optional<Integer> day = number(found.group("day"));
        if (month.isEmpty() || day.isEmpty()) {
            return Optional.empty();
        }
        int thisYear = nearest.today().getYear();
        if (found.group("year") != null) {
            return year(found.group("year")).flatMap(year -> nearest.of(year, month.get(), day.get()));
        }
        return switch (found.group("which") == null ? "" : found.group("which")) {
            case "前年" -> nearest.of(thisYear - 2, month.get(), day.get());
            case "去年" -> nearest.of(thisYear - 1, month.get(), day.get());
            case "今年" -> nearest.of(thisYear, month.get(), day.get());
            case "明年" -> nearest.of(thisYear + 1, month.get(), day.get());
            case "后年" -> nearest.of(thisYear + 2, month.get(), day.get());
            default -> nearest.of(month.get(), day.get());
        };
    }

    private static Optional<LocalDate> day(MatchResult found, NearestDate nearest) {
        Optional<Integer> day = number(found.group("day"));
        String which = found.group("which");
        if (which == null) {
            return day.flatMap(nearest::of);
        }
        long months = shift(which, '上', '下');
        YearMonth month = YearMonth.from(nearest.today()).plusMonths(months);
        return day.flatMap(number -> nearest.of(month.getYear(), month.getMonthValue(), number));
    }

    private static Optional<LocalDate> far(MatchResult found, LocalDate today) {
        Optional<Integer> count = number(found.group("n"));
        int way = found.group("way").equals("前") ? -1 : 1;
        try {
            return count.map(number -> switch (found.group("unit")) {
                case "天" -> today.plusDays((long) way * number);
                case "个月" -> today.plusMonths((long) way * number);
                default -> today.plusWeeks((long) way * number);
            });
        } catch (DateTimeException beyond) {
            return Optional.empty();
        }
    }

    private static LocalDate weekday(MatchResult found, NearestDate nearest) {
        LocalDate today = nearest.today();
        DayOfWeek day = dayOfWeek(found);
        String which = found.group("which");
        if (which == null) {
            return nearest.of(day);
        }
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return monday.plusWeeks(shift(which, '上', '下')).plusDays(day.getValue() - 1L);
    }

    /** How far away: once for each 下, back for each 上. */
    private static long shift(String which, char back, char ahead) {
        return which.chars().filter(character -> character == ahead).count()
                - which.chars().filter(character -> character == back).count();
    }

    private static DayOfWeek dayOfWeek(MatchResult found) {
        int place = "一二三四五六".indexOf(found.group("weekday"));
        return place < 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(place + 1);
    }

    /** Digit by digit: 二零二六, 2026, and 二六 for 2026. */
    private static Optional<Integer> year(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            int digit = MandarinNumber.digit(character);
            if (digit < 0) {
                return Optional.empty();
            }
            digits.append(digit);
        }
        return switch (digits.length()) {
            case 4 -> Optional.of(Integer.valueOf(digits.toString()));
            case 2 -> Optional.of(2000 + Integer.parseInt(digits.toString()));
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> number(String text) {
        MandarinNumber.Read read = MandarinNumber.at(text, 0);
        return read.isPresent() && read.length() == text.length() ? Optional.of((int) read.value()) : Optional.empty();
    }
}
