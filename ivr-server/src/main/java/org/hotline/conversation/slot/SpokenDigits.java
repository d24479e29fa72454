package org.hotline.conversation.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline.speech.Language;

/**
 * Digits said one after the other, as in an order number: "one oh five", "double seven", "twenty three", 幺零五.
 */
public final class SpokenDigits {
    private static final List<String> ENGLISH = List.of(
            "zero",
            "oh",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "double",
            "triple",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety");

    private static final List<String> MANDARIN = List.of("零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "幺", "两");

    private SpokenDigits() {}

    /** All digits said in {@code text}, words that are no numbers passed over; nothing if there is none. */
    public static Optional<String> read(Language language, String text) {
        String digits = switch (language) {
            case ENGLISH -> english(EnglishNumber.words(text));
            case MANDARIN -> mandarin(MandarinNumber.compact(text));
        };
        return digits.isEmpty() ? Optional.empty() : Optional.of(digits);
    }

    /** What a recognizer should expect, in its spelling. Without {@code [unk]}: it makes digits worse (docs/rooms/speech.md). */
    public static List<String> phrases(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case MANDARIN -> MANDARIN;
        };
    }

    private static String english(List<String> words) {
        StringBuilder digits = new StringBuilder();
        int at = 0;
        while (at < words.size()) {
            int times = switch (words.get(at)) {
                case "double" -> 2;
                case "triple", "treble" -> 3;
                default -> 1;
            };
            int from = times == 1 ? at : at + 1;
            Optional<EnglishNumber.Read> read = times == 1
                    ? EnglishNumber.belowHundred(words, from).map(small -> withHundred(words, small))
                    : digit(words, from);
            if (read.isPresent()) {
                digits.append(spelled(words, from, read.get()).repeat(times));
                at = read.get().next();
            } else {
                at++;
            }
        }
        return digits.toString();
    }

    private static Optional<EnglishNumber.Read> digit(List<String> words, int at) {
        Integer digit = EnglishNumber.DIGITS.get(EnglishNumber.word(words, at));
        return digit == null ? Optional.empty() : Optional.of(new EnglishNumber.Read(digit, at + 1));
    }

    /** "four hundred" is 400. */
    private static EnglishNumber.Read withHundred(List<String> words, EnglishNumber.Read small) {
        return EnglishNumber.word(words, small.next()).equals("hundred") && small.value() > 0
                ? new EnglishNumber.Read(small.value() * 100, small.next() + 1)
                : small;
    }

    /** Digits written as digits keep their leading zeros. */
    private static String spelled(List<String> words, int at, EnglishNumber.Read read) {
        String word = words.get(at);
        return word.matches("[0-9]+") && read.next() == at + 1 ? word : Long.toString(read.value());
    }

    private static String mandarin(String text) {
        List<Character> digits = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            int digit = MandarinNumber.digit(text.charAt(at));
            long unit = MandarinNumber.unit(text.charAt(at));
            if (digit >= 0) {
                digits.add((char) ('0' + digit));
                all.append(digit);
            } else if (unit > 0) {
                all.append(compound(text, at, digits.size(), all));
                int end = endOfNumber(text, at);
                at = end - 1;
                digits.clear();
            } else {
                digits.clear();
            }
        }
        return all.toString();
    }

    /** A unit makes the digit before it part of a number: 二十三 is 23, not 2 and 103. */
    private static String compound(String text, int at, int digitsBefore, StringBuilder all) {
        int from = digitsBefore > 0 ? at - 1 : at;
        if (digitsBefore > 0) {
            all.setLength(all.length() - 1);
        }
        return MandarinNumber.cardinal(text, from)
                .map(read -> Long.toString(read.value()))
                .orElse("");
    }

    private static int endOfNumber(String text, int at) {
        return MandarinNumber.cardinal(text, at).map(MandarinNumber.Read::next).orElse(at + 1);
    }
}
