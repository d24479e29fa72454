package org.hotline.conversation.slot;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** English words for whole numbers, and a reader of cardinals: "two hundred and five thousand and ten". */
final class EnglishNumber {
    static final Map<String, Integer> UNITS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9));
    static final Map<String, Integer> TEENS = Map.ofEntries(
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19));
    static final Map<String, Integer> TENS = Map.of(
            "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty", 80, "ninety",
            90);
    static final Set<String> ZEROS = Set.of("zero", "oh", "o", "nought", "naught", "nil");
    static final Map<String, Long> SCALES =
            Map.of("thousand", 1_000L, "grand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L);

    /** A number and how many words it took; zero words for no number. */
    record Read(long value, int words) {
        static final Read NOTHING = new Read(0, 0);

        boolean isPresent() {
            return words > 0;
        }
    }

    private EnglishNumber() {}

    static boolean isNumberWord(String word) {
        return UNITS.containsKey(word)
                || TEENS.containsKey(word)
                || TENS.containsKey(word)
                || ZEROS.contains(word)
                || SCALES.containsKey(word)
                || word.equals("hundred");
    }

    /** The longest cardinal that begins at {@code from}: "a hundred and ten" but only "one" of "one two". */
    static Read cardinal(List<String> words, int from) {
        long total = 0;
        int at = from;
        long scale = Long.MAX_VALUE;
        while (true) {
            int start = at > from && wordAt(words, at).equals("and") ? at + 1 : at;
            Read part = belowThousand(words, start);
            if (!part.isPresent()) {
                break;
            }
            int end = start + part.words();
            @Nullable Long next = SCALES.get(wordAt(words, end));
            if (next == null) {
                return scale == Long.MAX_VALUE || part.value() < scale
                        ? new Read(total + part.value(), end - from)
                        : new Read(total, at - from);
            }
            if (next >= scale) {
                break;
            }
            total += part.value() * next;
            scale = next;
            at = end + 1;
        }
        return at == from ? Read.NOTHING : new Read(total, at - from);
    }

    /** One to ninety-nine: "five", "fifteen", "fifty", "fifty five". */
    static Read belowHundred(List<String> words, int at) {
        String word = wordAt(words, at);
        @Nullable Integer small = UNITS.containsKey(word) ? UNITS.get(word) : TEENS.get(word);
        if (small != null) {
            return new Read(small, 1);
        }
        @Nullable Integer tens = TENS.get(word);
        if (tens == null) {
            return Read.NOTHING;
        }
        @Nullable Integer unit = UNITS.get(wordAt(words, at + 1));
        return unit == null ? new Read(tens, 1) : new Read(tens + unit, 2);
    }

    /** One to nine thousand nine hundred and ninety-nine in hundreds: "fifteen hundred", "a hundred and ten". */
    private static Read belowThousand(List<String> words, int at) {
        if (ZEROS.contains(wordAt(words, at))) {
            return new Read(0, 1);
        }
        Read head = wordAt(words, at).equals("a") && isLarge(wordAt(words, at + 1))
                ? new Read(1, 1)
                : belowHundred(words, at);
        if (!head.isPresent() || !wordAt(words, at + head.words()).equals("hundred")) {
            return head;
        }
        int after = at + head.words() + 1;
        int start = wordAt(words, after).equals("and") ? after + 1 : after;
        Read tail = belowHundred(words, start);
        return tail.isPresent()
                ? new Read(head.value() * 100 + tail.value(), start + tail.words() - at)
                : new Read(head.value() * 100, after - at);
    }

    private static boolean isLarge(String word) {
        return word.equals("hundred") || SCALES.containsKey(word);
    }

    static String wordAt(List<String> words, int at) {
        return at < words.size() ? words.get(at) : "";
    }
}
