package org.hotline.dialplan;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hotline.conversation.plan.Wording;
import org.hotline.issue.InLanguages;
import org.hotline.speech.Language;

/** What a form says in several languages: {@code called: { en: "...", zh: "..." }}. */
record Translations(Form form) {

    /** A sentence that must be there in one language at least. */
    InLanguages<String> sentence(String key) {
        if (!form.has(key)) {
            form.complain(
                    form.place(),
                    form.what() + " lacks \"" + key + "\"",
                    "add " + key + ": { en: \"...\", zh: \"...\" }");
        }
        return optionalSentence(key);
    }

    /** A sentence; in no language if it is not there. */
    InLanguages<String> optionalSentence(String key) {
        return form.optionalForm(key)
                .map(sentence -> {
                    sentence.allowOnly(Set.of("en", "zh"));
                    return each(
                            sentence,
                            tag -> sentence.sentence(tag).map(Wording::text).orElse(""));
                })
                .orElse(new InLanguages<>(Map.of()));
    }

    /** What callers say, in lists beside the form's other entries. */
    InLanguages<List<String>> utterances() {
        return each(form, form::texts);
    }

    private static <T> InLanguages<T> each(Form form, Function<String, T> read) {
        Map<Language, T> by = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            if (form.has(language.tag())) {
                by.put(language, read.apply(language.tag()));
            }
        }
        return new InLanguages<>(by);
    }
}
