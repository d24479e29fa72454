package org.hotline.conversation.slot;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** English numbers in words, read from a list of words. */
final class EnglishNumber {
    static final Map<String, Integer> DIGITS = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("oh", 0),
            Map.entry("o", 0),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9));

    private static final Map<String, Integer> TEENS = Map.of(
            "ten",
            10,
            "eleven",
            11,
            "twelve",
            12,
            "thirteen",
            13,
            "fourteen",
            14,
            "fifteen",
            15,
            "sixteen",
            16,
            "seventeen",
            17,
            "eighteen",
            18,
            "nineteen",
            19);

    private static final Map<String, Integer> TENS = Map.of(
            "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty", 80, "ninety",
            90);

    private EnglishNumber() {}

    /** A number and where the words go on after it. */
    record Read(long value, int next) {}

    static List<String> words(String text) {
        String plain =
                text.toLowerCase(Locale.ENGLISH).replaceAll("[^a-z0-9' ]", " ").strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split("\\s+"));
    }

    /** The longest number that begins at {@code at}: "a hundred and ten", "fifteen hundred", "two thousand and five". */
    static Optional<Read> cardinal(List<String> words, int at) {
        Optional<Read> thousands = hundreds(words, at);
        if (thousands.isEmpty()) {
            return Optional.empty();
        }
        long value = thousands.get().value();
        int next = thousands.get().next();
        for (var scale : List.of(Map.entry("million", 1_000_000L), Map.entry("thousand", 1_000L))) {
            if (word(words, next).equals(scale.getKey())) {
                Read rest = rest(words, next + 1, scale.getValue());
                value = value * scale.getValue() + rest.value();
                next = rest.next();
            }
        }
        return Optional.of(new Read(value, next));
    }

    /** What follows "thousand" or "million", zero if nothing does. */
    private static Read rest(List<String> words, int at, long below) {
        int from = word(words, at).equals("and") ? at + 1 : at;
        return cardinal(words, from)
                .filter(read -> read.value() < below && read.value() > 0)
                .orElse(new Read(0, at));
    }

    private static Optional<Read> hundreds(List<String> words, int at) {
        boolean article =
                word(words, at).equals("a") && List.of("hundred", "thousand").contains(word(words, at + 1));
        Optional<Read> first = article ? Optional.of(new Read(1, at + 1)) : belowHundred(words, at);
        if (first.isEmpty() || !word(words, first.get().next()).equals("hundred")) {
            return first;
        }
        int after = first.get().next() + 1;
        int from = word(words, after).equals("and") ? after + 1 : after;
        Read small = belowHundred(words, from).filter(read -> read.value() > 0).orElse(new Read(0, after));
        return Optional.of(new Read(first.get().value() * 100 + small.value(), small.next()));
    }

    /** "seven", "seventeen", "seventy", "seventy seven". */
    static Optional<Read> belowHundred(List<String> words, int at) {
        String word = word(words, at);
        if (TENS.containsKey(word)) {
            Integer unit = DIGITS.get(word(words, at + 1));
            return Optional.of(
                    unit == null || unit == 0
                            ? new Read(TENS.get(word), at + 1)
                            : new Read(TENS.get(word) + unit, at + 2));
        }
        Integer small = TEENS.containsKey(word) ? TEENS.get(word) : DIGITS.get(word);
        if (small == null && word.matches("[0-9]{1,9}")) {
            return Optional.of(new Read(Long.parseLong(word), at + 1));
        }
        return small == null ? Optional.empty() : Optional.of(new Read(small, at + 1));
    }

    static String word(List<String> words, int at) {
        return at < words.size() ? words.get(at) : "";
    }
}
