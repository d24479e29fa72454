package org.hotline.conversation.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.speech.Language;

/**
 * What callers said without the numbers in it, for eyes that need not see those: orders, telephones, cards, spoken or typed. A
 * number word alone ("two parcels", 一个) stays, two in a row do not.
 */
public final class Masking {
    private static final String ENGLISH_MASK = "<number>";
    private static final String MANDARIN_MASK = "<号码>";
    private static final Set<String> BETWEEN =
            Set.of("and", "a", "then", "um", "uh", "er", "erm", "hmm", "so", "dash", "hyphen", "point");
    private static final Pattern LONG = Pattern.compile(".*\\d.*\\d.*\\d.*");

    private static final String DIGIT = "[零〇一幺二两三四五六七八九十百千万亿0-9０-９]";
    private static final Pattern MANDARIN =
            Pattern.compile("[A-Za-z]*D(?:(?:[个嗯呃额啊哦再杠点，、,.\\-\\s]|然后|那个)*D)+[A-Za-z]*".replace("D", DIGIT));

    private Masking() {}

    /** Mandarin with or without blanks. English comes back in lower case, without punctuation. */
    public static String numbers(Language language, String text) {
        return switch (language) {
            case ENGLISH -> english(Words.english(text));
            case MANDARIN -> MANDARIN.matcher(text).replaceAll(Matcher.quoteReplacement(MANDARIN_MASK));
        };
    }

    private static String english(List<String> words) {
        List<String> masked = new ArrayList<>();
        int at = 0;
        for (Words.Stretch stretch : Words.stretches(words, Masking::counts, BETWEEN::contains)) {
            masked.addAll(words.subList(at, stretch.from()));
            masked.addAll(isLong(stretch.words()) ? List.of(ENGLISH_MASK) : stretch.words());
            at = stretch.to();
        }
        masked.addAll(words.subList(at, words.size()));
        return String.join(" ", masked);
    }

    private static boolean counts(String word) {
        return EnglishDigits.isDigitWord(word) || LONG.matcher(word).matches();
    }

    private static boolean isLong(List<String> words) {
        return words.stream().filter(Masking::counts).count() > 1
                || words.stream().anyMatch(word -> LONG.matcher(word).matches());
    }
}
