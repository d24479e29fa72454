package org.hotline.speech;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What was heard, as text.
 *
 * @param text words separated by blanks; for Mandarin also between words; empty if nothing was understood
 * @param words the words with their times, counted from the first frame accepted; empty if the engine gives none
 * @param confidence 0 to 1: the mean of the words' confidences; 0 for empty text
 * @param alternatives other readings, best first, without {@code text} itself; empty where only some phrases were expected
 */
public record Transcript(String text, List<Word> words, double confidence, List<Reading> alternatives) {
    private static final Pattern BLANK_IN_CHINESE = Pattern.compile("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");

    /** Nothing heard. */
    public static final Transcript EMPTY = new Transcript("", List.of(), 0, List.of());

    /**
     * One word.
     *
     * @param from since the first frame accepted by the recognition
     * @param to likewise
     * @param confidence 0 to 1
     */
    public record Word(String text, Duration from, Duration to, double confidence) {}

    /**
     * What may have been said.
     *
     * @param probability 0 to 1; those of {@link #readings()} sum to 1
     */
    public record Reading(String text, double probability) {}

    /** Words without times, e.g. typed in a rehearsal. */
    public static Transcript of(String text) {
        return text.isBlank() ? EMPTY : new Transcript(text.strip(), List.of(), 1, List.of());
    }

    /** The text as people write it: recognizers put blanks between Chinese words, people do not. */
    public String written() {
        return BLANK_IN_CHINESE.matcher(text).replaceAll("");
    }

    /** All readings, best first: the text itself, with what the alternatives leave of its probability; empty for empty text. */
    public List<Reading> readings() {
        if (isEmpty()) {
            return List.of();
        }
        double others = alternatives.stream().mapToDouble(Reading::probability).sum();
        List<Reading> readings = new ArrayList<>();
        readings.add(new Reading(text, Math.max(0, 1 - others)));
        readings.addAll(alternatives);
        return readings;
    }

    /** The same words so much later. */
    public Transcript later(Duration by) {
        List<Word> shifted = words.stream()
                .map(word ->
                        new Word(word.text(), word.from().plus(by), word.to().plus(by), word.confidence()))
                .toList();
        return new Transcript(text, shifted, confidence, alternatives);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
