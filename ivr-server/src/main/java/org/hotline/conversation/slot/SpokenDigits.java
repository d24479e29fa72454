package org.hotline.conversation.slot;

import java.util.List;
import java.util.Optional;
import org.hotline.speech.Language;

/** Strings of digits as people say them: one by one, doubled, in pairs, or as whole numbers; also as typed. */
public final class SpokenDigits {
    private static final List<String> ENGLISH_PHRASES = List.of(
            "zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "double", "triple");
    private static final List<String> MANDARIN_PHRASES =
            List.of("零", "一", "幺", "二", "两", "三", "四", "五", "六", "七", "八", "九");

    private SpokenDigits() {}

    /**
     * The digits in what was heard: {@code "it's double five oh one"} is {@code 5501}, {@code "幺三八"} is {@code 138}.
     *
     * @param text words separated by blanks, lower case; Mandarin with or without blanks
     * @return {@code [0-9]+}, or nothing if no digits were said, or several numbers with other words between them
     */
    public static Optional<String> read(Language language, String text) {
        return switch (language) {
            case ENGLISH -> EnglishDigits.read(text);
            case MANDARIN -> MandarinDigits.read(text);
        };
    }

    /** What a recognizer should expect while digits are collected, each phrase in its model's vocabulary. */
    public static List<String> phrases(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH_PHRASES;
            case MANDARIN -> MANDARIN_PHRASES;
        };
    }
}
