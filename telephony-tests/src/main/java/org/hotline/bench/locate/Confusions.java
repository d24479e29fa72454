package org.hotline.bench.locate;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.commons.codec.language.Metaphone;
import org.hotline.speech.Language;
import org.hotline.yaml.Suggestion;

/**
 * What a word (English) or character (Mandarin) is taken for: mostly one of the vocabulary that sounds alike, sometimes any. Sounds
 * are told by Metaphone (Philips, 1990) and by plain pinyin, letter by letter, and not by the classes that the classifier folds
 * sounds into: else the test would only test itself.
 */
final class Confusions {
    /** How many of the nearest are confused. */
    private static final int NEAR = 12;

    /** The share of substitutions by something that does not sound alike. */
    private static final double FAR = 0.15;

    private final Language language;
    private final List<String> vocabulary = new ArrayList<>();
    private final Map<String, List<String>> bySound = new HashMap<>();
    private final Map<String, List<String>> near = new HashMap<>();
    private final Metaphone metaphone = new Metaphone();

    Confusions(Language language, Path vocabulary) throws IOException {
        this.language = language;
        Set<String> units = new LinkedHashSet<>();
        for (String word : Files.readAllLines(vocabulary)) {
            if (!word.isBlank() && !word.startsWith("[")) {
                units.addAll(units(word));
            }
        }
        this.vocabulary.addAll(units);
        units.forEach(unit ->
                bySound.computeIfAbsent(sound(unit), any -> new ArrayList<>()).add(unit));
    }

    /** What a recognizer errs by. */
    List<String> units(String text) {
        return switch (language) {
            case ENGLISH -> Arrays.asList(text.split(" ", -1));
            case MANDARIN -> text.codePoints().mapToObj(Character::toString).toList();
        };
    }

    String joined(List<String> units) {
        return String.join(language == Language.ENGLISH ? " " : "", units);
    }

    String any(Random chance) {
        return vocabulary.get(chance.nextInt(vocabulary.size()));
    }

    String insteadOf(String unit, Random chance) {
        List<String> alike = near.computeIfAbsent(unit, this::nearest);
        return alike.isEmpty() || chance.nextDouble() < FAR ? any(chance) : alike.get(chance.nextInt(alike.size()));
    }

    private List<String> nearest(String unit) {
        String sound = sound(unit);
        return bySound.entrySet().stream()
                .filter(entry -> Suggestion.distance(entry.getKey(), sound) <= 1)
                .flatMap(entry -> entry.getValue().stream())
                .filter(other -> !other.equals(unit))
                .sorted(Comparator.comparingInt((String other) -> Suggestion.distance(sound(other), sound))
                        .thenComparingInt(other -> Suggestion.distance(other, unit)))
                .limit(NEAR)
                .toList();
    }

    private String sound(String unit) {
        return switch (language) {
            case ENGLISH -> metaphone.metaphone(unit);
            case MANDARIN -> {
                Pinyin reading = HanLP.convertToPinyinList(unit).getFirst();
                yield reading == Pinyin.none5 ? unit : reading.getPinyinWithoutTone();
            }
        };
    }
}
