package org.hotline.conversation.turn;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.hotline.speech.Language;

/** What the house itself says in every plan of a language. */
public record Sentences(String useTheKeys, String oneForYes, String sorry) {
    private static final Sentences ENGLISH = read(Language.ENGLISH);
    private static final Sentences MANDARIN = read(Language.MANDARIN);

    public static Sentences of(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case MANDARIN -> MANDARIN;
        };
    }

    /** All of them. */
    public List<String> all() {
        return List.of(useTheKeys, oneForYes, sorry);
    }

    private static Sentences read(Language language) {
        String file = "sentences-" + language.tag() + ".properties";
        Properties sentences = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Sentences.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Sentences(
                sentence(sentences, "use-the-keys"), sentence(sentences, "one-for-yes"), sentence(sentences, "sorry"));
    }

    private static String sentence(Properties sentences, String key) {
        return Objects.requireNonNull(sentences.getProperty(key), key);
    }
}
