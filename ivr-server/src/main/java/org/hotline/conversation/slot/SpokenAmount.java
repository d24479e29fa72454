package org.hotline.conversation.slot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline.speech.Language;

/** Amounts of money as people say them: "twelve fifty", "a hundred and ten dollars", 十二块五, 一百二. */
public final class SpokenAmount {
    private static final Set<String> UNITS =
            Set.of("dollar", "dollars", "buck", "bucks", "yuan", "euro", "euros", "pound", "pounds");
    private static final Set<String> CENTS = Set.of("cent", "cents", "pence", "p");

    private SpokenAmount() {}

    /** The first amount in {@code text}, in minor units (cents, fen); nothing if there is none. */
    public static Optional<Long> read(Language language, String text) {
        return switch (language) {
            case ENGLISH -> english(EnglishNumber.words(text));
            case MANDARIN -> mandarin(MandarinNumber.compact(text.replace('.', '点')));
        };
    }

    private static Optional<Long> english(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            Optional<EnglishNumber.Read> number = EnglishNumber.cardinal(words, at);
            if (number.isPresent()) {
                return Optional.of(english(words, number.get()));
            }
        }
        return Optional.empty();
    }

    private static long english(List<String> words, EnglishNumber.Read whole) {
        String after = EnglishNumber.word(words, whole.next());
        if (CENTS.contains(after)) {
            return whole.value();
        }
        if (after.equals("point")) {
            return whole.value() * 100 + hundredths(words, whole.next() + 1);
        }
        int next = UNITS.contains(after) ? whole.next() + 1 : whole.next();
        int from = EnglishNumber.word(words, next).equals("and") ? next + 1 : next;
        long cents = EnglishNumber.belowHundred(words, from)
                .map(EnglishNumber.Read::value)
                .filter(value -> value < 100)
                .orElse(0L);
        return whole.value() * 100 + cents;
    }

    /** "point five" is fifty hundredths, "point oh five" five. */
    private static long hundredths(List<String> words, int at) {
        String digits = SpokenDigits.read(
                        Language.ENGLISH, String.join(" ", words.subList(Math.min(at, words.size()), words.size())))
                .orElse("0");
        return Long.parseLong((digits + "0").substring(0, 2));
    }

    private static Optional<Long> mandarin(String text) {
        for (int at = 0; at < text.length(); at++) {
            Optional<MandarinNumber.Read> number = MandarinNumber.cardinal(text, at);
            if (number.isPresent()) {
                return Optional.of(mandarin(text, number.get()));
            }
        }
        return Optional.empty();
    }

    private static long mandarin(String text, MandarinNumber.Read first) {
        return switch (character(text, first.next())) {
            case '毛', '角' -> first.value() * 10 + fen(text, first.next() + 1);
            case '分' -> first.value();
            case '点' -> first.value() * 100 + decimals(text, first.next() + 1);
            case '块', '元' -> first.value() * 100 + jiao(text, first.next() + 1);
            default -> first.value() * 100;
        };
    }

    /** What follows 块: 五 and 五毛 are fifty fen, 零五 and 五分 five. */
    private static long jiao(String text, int at) {
        int from = character(text, at) == '钱' ? at + 1 : at;
        if (character(text, from) == '零') {
            return fen(text, from + 1);
        }
        int digit = digit(text, from);
        if (digit < 0) {
            return 0;
        }
        return switch (character(text, from + 1)) {
            case '毛', '角' -> digit * 10L + fen(text, from + 2);
            case '分' -> digit;
            default -> digit * 10L;
        };
    }

    private static long fen(String text, int at) {
        return Math.max(0, digit(text, at));
    }

    private static long decimals(String text, int at) {
        int tenths = Math.max(0, digit(text, at));
        return tenths * 10L + Math.max(0, digit(text, at + 1));
    }

    private static int digit(String text, int at) {
        return at < text.length() ? MandarinNumber.digit(text.charAt(at)) : -1;
    }

    private static char character(String text, int at) {
        return at < text.length() ? text.charAt(at) : ' ';
    }
}
