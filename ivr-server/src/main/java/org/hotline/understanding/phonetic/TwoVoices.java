package org.hotline.understanding.phonetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline.speech.Language;
import org.hotline.understanding.Ranking;
import org.hotline.understanding.TextClassifier;

/**
 * What words and sounds say, in one: the mean of their probabilities. Of a word that is not known, or of words that are
 * all noise, the other alone says something. Whether a text is covered, the words say.
 */
record TwoVoices(Language language, TextClassifier words, TextClassifier sounds) implements TextClassifier {
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
        for (Ranking voice : List.of(byWords, bySounds)) {
            voice.labels().forEach(ranked -> mean.merge(ranked.label(), ranked.probability() / 2, Double::sum));
        }
        List<Ranking.Ranked> labels = new ArrayList<>();
        mean.forEach((label, probability) -> labels.add(new Ranking.Ranked(label, probability)));
        labels.sort(Comparator.comparingDouble(Ranking.Ranked::probability).reversed());
        return new Ranking(labels, (byWords.outOfScope() + bySounds.outOfScope()) / 2, byWords.covered());
    }
}
