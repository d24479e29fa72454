package org.hotline.conversation.slot;

import java.util.Optional;

/** Mandarin numbers in characters, read from a text without blanks. */
final class MandarinNumber {
    private static final String DIGITS = "零一二三四五六七八九";

    private MandarinNumber() {}

    /** A number and where the text goes on after it. */
    record Read(long value, int next) {}

    static String compact(String text) {
        return text.replaceAll("[\\s，。、,.？?！!]", "");
    }

    /** The digit a character stands for, -1 if it is none: also 幺 for one, 两 for two, 〇 and Arabic digits. */
    static int digit(char character) {
        return switch (character) {
            case '幺' -> 1;
            case '两' -> 2;
            case '〇' -> 0;
            default -> character >= '0' && character <= '9' ? character - '0' : DIGITS.indexOf(character);
        };
    }

    static long unit(char character) {
        return switch (character) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1_000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> 0;
        };
    }

    /**
     * The longest number that begins at {@code at}, in the written way (三百二十五) and in the spoken one, where the last
     * unit may be left out: 一百二 is 120, 三千五 is 3500, 3万5 is 35000, but 一百零二 is 102.
     */
    static Optional<Read> cardinal(String text, int at) {
        long whole = 0;
        long section = 0;
        long pending = -1;
        long lastUnit = 1;
        boolean zero = false;
        int next = at;
        for (; next < text.length(); next++) {
            char character = text.charAt(next);
            int digit = digit(character);
            long unit = unit(character);
            if (digit >= 0) {
                boolean arabic = character <= '9';
                if (pending > 0 && !arabic) {
                    break;
                }
                zero = digit == 0 && !arabic;
                pending = arabic && pending > 0 ? pending * 10 + digit : digit;
            } else if (unit >= 10_000) {
                section += Math.max(pending, 0);
                // 一亿三千万: the larger unit keeps what stands before it.
                whole = whole >= unit ? whole + section * unit : (whole + Math.max(section, whole == 0 ? 1 : 0)) * unit;
                section = 0;
                pending = -1;
                lastUnit = unit;
                zero = false;
            } else if (unit > 0) {
                section += (pending > 0 ? pending : 1) * unit;
                pending = -1;
                lastUnit = unit;
                zero = false;
            } else {
                break;
            }
        }
        if (next == at) {
            return Optional.empty();
        }
        return Optional.of(new Read(whole + section + tail(text, next, pending, lastUnit, zero), next));
    }

    /** The last bare digit: in 一百二 it counts tens, in 一百零二 and 十二 ones. */
    private static long tail(String text, int next, long pending, long lastUnit, boolean zero) {
        if (pending <= 0) {
            return 0;
        }
        boolean afterZero = next >= 2 && digit(text.charAt(next - 2)) == 0;
        return lastUnit >= 100 && pending < 10 && !zero && !afterZero ? pending * lastUnit / 10 : pending;
    }
}
