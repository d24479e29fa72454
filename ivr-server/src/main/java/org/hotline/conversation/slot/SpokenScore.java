package org.hotline.conversation.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hotline.speech.Language;

/** A whole number from 0 to 10 as people answer with it: "a four", "nine out of ten", 八分, 十. */
public final class SpokenScore {
    private static final List<String> ENGLISH =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final List<String> MANDARIN = List.of("零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十");
    private static final Map<String, String> ALSO = Map.of("两", "二", "oh", "zero");
    private static final Pattern OUT_OF = Pattern.compile("\\b(?:out )?of (?:ten|five|10|5)\\b");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private SpokenScore() {}

    /** The one number that {@code text} names, from {@code least} to {@code most}; nothing if it names none, or two. */
    public static Optional<Integer> read(Language language, String text, int least, int most) {
        List<Integer> named = new ArrayList<>();
        Matcher digits = NUMBER.matcher(text);
        while (digits.find()) {
            named.add(digits.group().length() > 2 ? most + 1 : Integer.parseInt(digits.group()));
        }
        named.addAll(
                switch (language) {
                    case ENGLISH ->
                        indexes(ENGLISH, Words.english(OUT_OF.matcher(text).replaceAll(" ")));
                    case MANDARIN ->
                        indexes(
                                MANDARIN,
                                Words.mandarin(text)
                                        .codePoints()
                                        .mapToObj(Character::toString)
                                        .toList());
                });
        List<Integer> different = named.stream().distinct().toList();
        return different.size() == 1 && different.getFirst() >= least && different.getFirst() <= most
                ? Optional.of(different.getFirst())
                : Optional.empty();
    }

    /** What a recognizer should expect, each a word of its model's vocabulary. */
    public static List<String> phrases(Language language, int least, int most) {
        List<String> all = switch (language) {
            case ENGLISH -> ENGLISH;
            case MANDARIN -> MANDARIN;
        };
        return IntStream.rangeClosed(least, most).mapToObj(all::get).toList();
    }

    private static List<Integer> indexes(List<String> names, List<String> words) {
        return words.stream()
                .map(word -> names.indexOf(ALSO.getOrDefault(word, word)))
                .filter(index -> index >= 0)
                .toList();
    }
}
