package org.hotline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline.speech.FailedRecognition;
import org.hotline.speech.Language;
import org.hotline.speech.Recognition;
import org.hotline.speech.Recognizer;
import org.hotline.speech.vosk.Models;
import org.hotline.speech.vosk.Vocabulary;

/** Knows which words the installed models could hear, without loading them: for checking dialplans. Hears nothing. */
final class WordsHeard implements Recognizer {
    private final Map<Language, Vocabulary> vocabularies = new EnumMap<>(Language.class);

    /** The best installed model of each language in this folder. */
    WordsHeard(Path models) {
        try {
            for (var model : Models.in(models).bestFolders().entrySet()) {
                vocabularies.put(model.getKey(), Vocabulary.of(model.getValue()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the models in " + models, unreadable);
        }
    }

    @Override
    public Recognition listen(Language language, int rate, List<String> phrases) {
        return new FailedRecognition();
    }

    @Override
    public Set<Language> languages() {
        return vocabularies.keySet();
    }

    @Override
    public Set<String> unknownWords(Language language, List<String> phrases) {
        return Optional.ofNullable(vocabularies.get(language))
                .map(vocabulary -> vocabulary.unknown(phrases))
                .orElse(Set.of());
    }

    @Override
    public void close() {}
}
