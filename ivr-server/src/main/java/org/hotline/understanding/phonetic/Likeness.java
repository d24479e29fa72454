package org.hotline.understanding.phonetic;

import com.hankcs.hanlp.algorithm.EditDistance;
import java.util.List;
import java.util.stream.IntStream;
import org.hotline.speech.Language;
import org.hotline.understanding.Utterances;

/** How nearly a name was said, for names that recognizers write otherwise: "had set" for "headset", 卡飞机 for 咖啡机. */
public final class Likeness {
    /** By its last word alone: "the machine" for "coffee machine". */
    private static final double LAST_WORD = 0.8;

    private static final int LONG_WORD = 4;

    private Likeness() {}

    /**
     * How like {@code name} the likest stretch of a text sounds: 1 if there is no difference, 0 if there is nothing alike. Sounds are
     * compared by edit distance.
     */
    public static double of(Language language, String text, String name) {
        List<String> said = parts(language, Sounds.of(language, text));
        List<String> named = parts(language, Sounds.of(language, name));
        if (named.isEmpty()) {
            return 0;
        }
        double bySound = IntStream.rangeClosed(Math.max(1, named.size() - 1), named.size() + 1)
                .boxed()
                .flatMap(length -> IntStream.rangeClosed(0, said.size() - length)
                        .mapToObj(from -> String.join("", said.subList(from, from + length))))
                .mapToDouble(stretch -> alike(stretch, String.join("", named)))
                .max()
                .orElse(0);
        return Math.max(bySound, language == Language.ENGLISH ? byLastWord(text, name) : 0);
    }

    private static double byLastWord(String text, String name) {
        List<String> said = parts(Language.ENGLISH, Utterances.normalised(Language.ENGLISH, text));
        List<String> named = parts(Language.ENGLISH, Utterances.normalised(Language.ENGLISH, name));
        String last = named.isEmpty() ? "" : named.getLast();
        return last.length() >= LONG_WORD && said.contains(last) ? LAST_WORD : 0;
    }

    /** English in words, Mandarin in syllables. */
    private static List<String> parts(Language language, String text) {
        return switch (language) {
            case ENGLISH -> text.isBlank() ? List.of() : List.of(text.split(" ", -1));
            case MANDARIN -> text.codePoints().mapToObj(Character::toString).toList();
        };
    }

    private static double alike(String one, String other) {
        return 1 - (double) EditDistance.ed(one, other) / Math.max(one.length(), other.length());
    }
}
