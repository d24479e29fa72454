package org.hotline.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.hotline.speech.Language;

/** What no hotline is about: small talk, half sentences, other people's business. Examples of out of scope. */
public final class SmallTalk {
    private SmallTalk() {}

    /** Some sixty sentences, each an example of {@link Example#OUT_OF_SCOPE}. */
    public static List<Example> in(Language language) {
        String file = "out-of-scope-" + language.tag() + ".txt";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SmallTalk.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> new Example(line, Example.OUT_OF_SCOPE))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
