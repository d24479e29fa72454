package org.hotline.conversation.triage;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.hotline.speech.Language;

/** How questions about issues are put in a language: sentences with names in braces. */
record Phrases(Properties sentences) {
    private static final Phrases ENGLISH = read(Language.ENGLISH);
    private static final Phrases MANDARIN = read(Language.MANDARIN);

    static Phrases of(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case MANDARIN -> MANDARIN;
        };
    }

    String tellMeMore() {
        return sentence("tell-me-more");
    }

    String forExample() {
        return sentence("for-example");
    }

    String isItAbout() {
        return sentence("is-it-about");
    }

    String soItIsAbout() {
        return sentence("so-it-is-about");
    }

    String youAlsoAskedAbout() {
        return sentence("you-also-asked-about");
    }

    /** Before the second and further options. */
    String or() {
        return sentence("or");
    }

    /** For an option and its key. */
    String press() {
        return sentence("press");
    }

    String pressForNone() {
        return sentence("press-for-none");
    }

    String yesOrNo() {
        return sentence("yes-or-no");
    }

    /** Everything, as it may be said. */
    List<String> all() {
        return sentences.stringPropertyNames().stream()
                .sorted()
                .map(this::sentence)
                .toList();
    }

    private String sentence(String key) {
        return Objects.requireNonNull(sentences.getProperty(key), key);
    }

    private static Phrases read(Language language) {
        String file = "phrases-" + language.tag() + ".properties";
        Properties sentences = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Phrases(sentences);
    }
}
