package org.hotline.speech;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How each language says values: the words for digits, counts, amounts and dates. Pure; any thread.
 *
 * <p>Cardinals come from ICU's spell-out rules (CLDR); the ways of saying money, digits and dates are ours.
 */
public final class SpokenValues {
    private static final String[] ENGLISH_DIGITS = {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
    };
    /** 幺 for one: on the telephone 一 and 七 are too near in sound. */
    private static final String[] MANDARIN_DIGITS = {"零", "幺", "二", "三", "四", "五", "六", "七", "八", "九"};

    private static final String[] MANDARIN_WEEKDAYS = {"星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期天"};

    private SpokenValues() {}

    /** All pieces as one text. */
    public static String text(Language language, List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> text(language, piece))
                .collect(Collectors.joining(language == Language.MANDARIN ? "" : " "))
                .replaceAll(" ([,.?!])", "$1")
                .strip();
    }

    /** One piece in words, e.g. {@code Digits("105")}: "one zero five". */
    public static String text(Language language, Piece piece) {
        return switch (piece) {
            case Piece.Text text -> text.text();
            case Piece.Digits digits -> digits(language, digits.digits());
            case Piece.Count count -> count(language, count.value());
            case Piece.Amount amount -> amount(language, amount);
            case Piece.Date date -> date(language, date.date());
        };
    }

    /** One by one, in groups with a pause between them, as people dictate numbers. */
    private static String digits(Language language, String digits) {
        String[] names = language == Language.MANDARIN ? MANDARIN_DIGITS : ENGLISH_DIGITS;
        return groups(digits).stream()
                .map(group -> group.chars()
                        .mapToObj(digit -> names[digit - '0'])
                        .collect(Collectors.joining(language == Language.MANDARIN ? "" : " ")))
                .collect(Collectors.joining(language == Language.MANDARIN ? "，" : ", "));
    }

    /** The groups in which digits are said. */
    public static List<String> groups(String digits) {
        List<String> groups = new ArrayList<>();
        int from = 0;
        while (from < digits.length()) {
            int to = from + groupLength(digits.length() - from, digits.length());
            groups.add(digits.substring(from, to));
            from = to;
        }
        return groups;
    }

    /** Fours if they come out even, else threes with what is left in fours: 8 is 4+4, 6 is 3+3, 11 is 3+4+4. */
    private static int groupLength(int left, int all) {
        if (all <= 4) {
            return left;
        }
        return left % 4 == 0 && all != 12 ? 4 : Math.min(3, left);
    }

    private static String count(Language language, long value) {
        // ICU's formats are not thread-safe and cheap to make.
        RuleBasedNumberFormat format = new RuleBasedNumberFormat(language.locale(), RuleBasedNumberFormat.SPELLOUT);
        String words = format.format(value);
        return switch (language) {
            case ENGLISH -> words.replace('-', ' ');
            case MANDARIN -> words.equals("二") ? "两" : mandarinCount(words);
        };
    }

    /** 零 where CLDR writes 〇, and 两 for the two that counts hundreds at the head, thousands and more. */
    private static String mandarinCount(String words) {
        return words.replace('〇', '零').replaceAll("^二(?=[百千万亿])", "两").replaceAll("(?<=[万亿零])二(?=千)", "两");
    }

    private static String amount(Language language, Piece.Amount amount) {
        long whole = Math.abs(amount.minor()) / 100;
        long rest = Math.abs(amount.minor()) % 100;
        String minus = amount.minor() >= 0 ? "" : language == Language.MANDARIN ? "负" : "minus ";
        return minus
                + switch (language) {
                    case ENGLISH -> englishAmount(amount.currency(), whole, rest);
                    case MANDARIN -> mandarinAmount(amount.currency(), whole, rest);
                };
    }

    private static String englishAmount(String currency, long whole, long rest) {
        String unit = switch (currency) {
            case "USD" -> whole == 1 ? "dollar" : "dollars";
            case "CNY" -> "yuan";
            case "EUR" -> whole == 1 ? "euro" : "euros";
            case "GBP" -> whole == 1 ? "pound" : "pounds";
            default -> currency;
        };
        if (rest == 0) {
            return count(Language.ENGLISH, whole) + " " + unit;
        }
        String small =
                count(Language.ENGLISH, rest) + (currency.equals("CNY") ? " fen" : rest == 1 ? " cent" : " cents");
        return whole == 0 ? small : count(Language.ENGLISH, whole) + " " + unit + " and " + small;
    }

    private static String mandarinAmount(String currency, long whole, long rest) {
        String unit = switch (currency) {
            case "CNY" -> "元";
            case "USD" -> "美元";
            case "EUR" -> "欧元";
            case "GBP" -> "英镑";
            default -> currency;
        };
        long jiao = rest / 10;
        long fen = rest % 10;
        StringBuilder words = new StringBuilder();
        if (whole > 0 || rest == 0) {
            words.append(count(Language.MANDARIN, whole)).append(unit);
        }
        if (jiao > 0) {
            words.append(count(Language.MANDARIN, jiao)).append("角");
        } else if (fen > 0 && whole > 0) {
            words.append("零");
        }
        if (fen > 0) {
            words.append(count(Language.MANDARIN, fen)).append("分");
        }
        return words.toString();
    }

    private static String date(Language language, LocalDate date) {
        return switch (language) {
            case ENGLISH ->
                DateTimeFormatter.ofPattern("EEEE, MMMM", Locale.ENGLISH).format(date) + " "
                        + ordinal(date.getDayOfMonth());
            case MANDARIN ->
                mandarinNumber(date.getMonthValue())
                        + "月"
                        + mandarinNumber(date.getDayOfMonth())
                        + "号"
                        + MANDARIN_WEEKDAYS[date.getDayOfWeek().getValue() - 1];
        };
    }

    private static String ordinal(int day) {
        RuleBasedNumberFormat format = new RuleBasedNumberFormat(Locale.ENGLISH, RuleBasedNumberFormat.SPELLOUT);
        return format.format(day, "%spellout-ordinal").replace('-', ' ');
    }

    /** 二月二号, never 两: months and days are names, not counts. */
    private static String mandarinNumber(int value) {
        return new RuleBasedNumberFormat(Locale.SIMPLIFIED_CHINESE, RuleBasedNumberFormat.SPELLOUT).format(value);
    }
}
