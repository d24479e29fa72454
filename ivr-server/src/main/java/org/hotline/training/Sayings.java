package org.hotline.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hotline.speech.Language;
import org.hotline.understanding.Utterances;

/** Lists of utterances. Those that are said alike count as one, however they are written. */
final class Sayings {
    private Sayings() {}

    /** New ones are written as utterances are: small letters, no punctuation. */
    static List<String> and(Language language, List<String> texts, List<String> more) {
        List<String> all = new ArrayList<>(texts);
        Set<String> known = alike(language, texts);
        for (String text : more) {
            String written = Utterances.normalised(language, text);
            if (!written.isEmpty() && known.add(written)) {
                all.add(written);
            }
        }
        return all;
    }

    static List<String> without(Language language, List<String> texts, List<String> gone) {
        Set<String> alike = alike(language, gone);
        return texts.stream()
                .filter(text -> !alike.contains(Utterances.normalised(language, text)))
                .toList();
    }

    private static Set<String> alike(Language language, List<String> texts) {
        Set<String> alike = new HashSet<>();
        texts.forEach(text -> alike.add(Utterances.normalised(language, text)));
        return alike;
    }
}
