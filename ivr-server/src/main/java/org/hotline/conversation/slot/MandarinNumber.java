package org.hotline.conversation.slot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reader of Mandarin whole numbers, with the colloquial tail: 三百二十五 is 325, 一百二 is 120, 三千五 is 3500, 3万5 is 35000,
 * but 一百零二 is 102.
 */
final class MandarinNumber {
    /** A digit that can stand before a unit. */
    static final String DIGIT = "[一二两三四五六七八九1-9]";

    private static final String GROUP =
            "(?:\\d{1,12}|(?=[一二两三四五六七八九十1-9])(?:D千)?(?:零?D百)?(?:零?D?十)?(?:零?D)?)".replace("D", DIGIT);
    private static final Pattern NUMBER = Pattern.compile(
            "(?:(?<hundredMillions>G)亿)?(?:零?(?<tenThousands>G)万)?(?<zero>零)?(?<rest>G)?|零".replace("G", GROUP));

    private static final String DIGITS = "零一二三四五六七八九";

    /** A number and how many characters it took; zero characters for no number. */
    record Read(long value, int length) {
        boolean isPresent() {
            return length > 0;
        }
    }

    private MandarinNumber() {}

    /** The longest number that begins at {@code from}; only 一 of 一二, for digits side by side are not a number. */
    static Read at(String text, int from) {
        Matcher number = NUMBER.matcher(text).region(from, text.length());
        if (!number.lookingAt() || number.end() == from) {
            return new Read(0, 0);
        }
        long high = group(number.group("hundredMillions")) * 100_000_000;
        high += group(number.group("tenThousands")) * 10_000;
        String rest = number.group("rest") == null ? "" : number.group("rest");
        int restAt = number.end() - rest.length();
        boolean tail = rest.length() == 1 && high > 0 && number.group("zero") == null && unit(text.charAt(restAt)) == 1;
        long low = tail ? group(rest) * unit(text.charAt(restAt - 1)) / 10 : group(rest);
        int end = rest.isEmpty() && number.group("zero") != null && high > 0 ? number.end() - 1 : number.end();
        return new Read(high + low, end - from);
    }

    /** 0 to 9 for a digit in Chinese or Arabic, with 两, 幺 and 〇; -1 for any other character. */
    static int digit(char character) {
        return switch (character) {
            case '两' -> 2;
            case '幺' -> 1;
            case '〇' -> 0;
            default -> character <= '9' ? Character.digit(character, 10) : DIGITS.indexOf(character);
        };
    }

    /** What a unit counts; 1 for any other character. */
    static long unit(char character) {
        return switch (character) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1_000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> 1;
        };
    }

    /** Below 10,000, or typed. A last digit right after 百 or 千 counts that unit's tenth. */
    private static long group(@Nullable String group) {
        if (group == null || group.isEmpty()) {
            return 0;
        }
        if (group.chars().allMatch(Character::isDigit) && group.charAt(0) <= '9') {
            return Long.parseLong(group);
        }
        long value = 0;
        long digit = 0;
        long last = 1;
        for (int i = 0; i < group.length(); i++) {
            char character = group.charAt(i);
            long unit = unit(character);
            if (unit > 1) {
                value += Math.max(digit, 1) * unit;
                digit = 0;
                last = unit;
            } else {
                digit = digit(character);
                last = digit == 0 ? 1 : last;
            }
        }
        return value + digit * Math.max(last / 10, 1);
    }
}
