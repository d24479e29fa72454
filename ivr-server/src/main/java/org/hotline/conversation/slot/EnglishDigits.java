package org.hotline.conversation.slot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Digit strings in English: "one two", "oh", "double five", "triple nine", "twenty three", "four hundred". */
final class EnglishDigits {
    private static final Set<String> PAUSES = Set.of("then", "um", "uh", "er", "erm", "hmm", "so", "dash", "hyphen");
    private static final Set<String> LINKS = Set.of("and", "a");

    /** After a number they say what it counts. */
    private static final Pattern COUNTED =
            Pattern.compile("dollars?|bucks?|pounds?|euros?|yuan|cents?|percent|(?:second|minute|hour|day|night"
                    + "|week|month|year|time|item|thing|piece|parcel|package|order|product|people)s?");

    private EnglishDigits() {}

    static Optional<String> read(String text) {
        return Words.stretch(words(text), EnglishDigits::isDigitWord, LINKS::contains)
                .flatMap(EnglishDigits::join);
    }

    static List<String> inPassing(String text) {
        List<String> words = words(text);
        return Words.stretches(words, EnglishDigits::isDigitWord, LINKS::contains).stream()
                .filter(run ->
                        !COUNTED.matcher(EnglishNumber.wordAt(words, run.to())).matches())
                .flatMap(run -> join(run.words()).stream())
                .toList();
    }

    private static List<String> words(String text) {
        return Words.english(text).stream()
                .filter(word -> !PAUSES.contains(word))
                .toList();
    }

    static boolean isDigitWord(String word) {
        return EnglishNumber.isNumberWord(word) || times(word) > 1 || isTyped(word);
    }

    private static Optional<String> join(List<String> words) {
        StringBuilder digits = new StringBuilder();
        int at = 0;
        while (at < words.size()) {
            int times = times(words.get(at));
            if (words.get(at).equals("and")) {
                at++;
            } else if (times > 1) {
                @Nullable String repeated = at + 1 < words.size() ? digit(words.get(at + 1)) : null;
                if (repeated == null) {
                    return Optional.empty();
                }
                digits.append(repeated.repeat(times));
                at += 2;
            } else {
                int taken = append(words, at, digits);
                if (taken == 0) {
                    return Optional.empty();
                }
                at += taken;
            }
        }
        return Optional.of(digits.toString());
    }

    /** Appends the digit or number at {@code at}; answers the words taken, 0 if it is neither. */
    private static int append(List<String> words, int at, StringBuilder digits) {
        String word = words.get(at);
        @Nullable String digit = digit(word);
        String next = EnglishNumber.wordAt(words, at + 1);
        boolean large = next.equals("hundred") || EnglishNumber.SCALES.containsKey(next);
        if (digit != null && !large) {
            digits.append(digit);
            return 1;
        }
        if (digit != null
                && next.equals("hundred")
                && !EnglishNumber.wordAt(words, at + 2).equals("and")) {
            // "Eight hundred five five five": what follows is dictated on its own.
            digits.append(digit).append("00");
            return 2;
        }
        EnglishNumber.Read number = EnglishNumber.cardinal(words, at);
        if (number.isPresent()) {
            digits.append(number.value());
        }
        return number.words();
    }

    private static @Nullable String digit(String word) {
        if (EnglishNumber.ZEROS.contains(word)) {
            return "0";
        }
        @Nullable Integer unit = EnglishNumber.UNITS.get(word);
        return unit != null ? unit.toString() : isTyped(word) ? word : null;
    }

    private static int times(String word) {
        return switch (word) {
            case "double" -> 2;
            case "triple", "treble" -> 3;
            case "quadruple" -> 4;
            default -> 1;
        };
    }

    private static boolean isTyped(String word) {
        return !word.isEmpty() && word.chars().allMatch(Character::isDigit);
    }
}
