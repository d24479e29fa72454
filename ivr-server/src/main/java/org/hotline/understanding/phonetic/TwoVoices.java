package org.hotline.understanding.phonetic;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline.speech.Language;
import org.hotline.understanding.Ranking;
import org.hotline.understanding.TextClassifier;

/**
 * What words and sounds say, in one: the weighed mean of their probabilities. Of a word that is not known, or of words that are
 * all noise, the other alone says something. Whether a text is covered, the words say.
 */
record TwoVoices(Language language, TextClassifier words, TextClassifier sounds)
        implements TextClassifier, Serializable {
    /** The say that sounds have: they lose what vowels tell. */
    private static final double SOUNDS = 0.3;

    @Override
    public Ranking classify(String text) {
        Ranking byWords = words.classify(text);
        Ranking bySounds = sounds.classify(Sounds.of(language, text));
        if (bySounds.labels().isEmpty()) {
            return byWords;
        }
        if (byWords.labels().isEmpty()) {
            return bySounds;
        }
        Map<String, Double> mean = new LinkedHashMap<>();
        byWords.labels().forEach(ranked -> mean.put(ranked.label(), (1 - SOUNDS) * ranked.probability()));
        bySounds.labels().forEach(ranked -> mean.merge(ranked.label(), SOUNDS * ranked.probability(), Double::sum));
        List<Ranking.Ranked> labels = new ArrayList<>();
        mean.forEach((label, probability) -> labels.add(new Ranking.Ranked(label, probability)));
        labels.sort(Comparator.comparingDouble(Ranking.Ranked::probability).reversed());
        return new Ranking(
                labels, (1 - SOUNDS) * byWords.outOfScope() + SOUNDS * bySounds.outOfScope(), byWords.covered());
    }
}
