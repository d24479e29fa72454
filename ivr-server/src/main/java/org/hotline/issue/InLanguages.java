package org.hotline.issue;

import java.util.Map;
import java.util.Optional;
import org.hotline.speech.Language;

/** The same thing in the languages of a hotline; not every one need be there: {@code hotline check} says what a plan lacks. */
public record InLanguages<T>(Map<Language, T> by) {
    public InLanguages {
        by = Map.copyOf(by);
    }

    public Optional<T> in(Language language) {
        return Optional.ofNullable(by.get(language));
    }

    /** In {@code language}, or {@code otherwise}. */
    public T in(Language language, T otherwise) {
        return by.getOrDefault(language, otherwise);
    }
}
