package org.hotline.speech.vosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A loaded model, and the gate before the native library: a phrase list that is empty or not JSON kills the process
 * (SIGSEGV), so phrase lists are made here only, of words the model knows. Safe to share between threads.
 */
final class VoskModel implements AutoCloseable {
    /** What everything outside the phrase list becomes. */
    static final String UNKNOWN = "[unk]";

    private static final Logger LOG = LoggerFactory.getLogger(VoskModel.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Model model;
    private final Vocabulary vocabulary;

    private VoskModel(Model model, Vocabulary vocabulary) {
        this.model = model;
        this.vocabulary = vocabulary;
    }

    /**
     * Loads the model in {@code folder}.
     *
     * @throws IOException if there is none, or it cannot be read; says what to do
     */
    static VoskModel load(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve("am/final.mdl")) && !Files.isRegularFile(folder.resolve("final.mdl"))) {
            throw new IOException(
                    "no Vosk model in " + folder + ": there is no am/final.mdl. Run ./hotline models list");
        }
        LibVosk.setLogLevel(LogLevel.WARNINGS); // before the model, or it has no effect
        Vocabulary vocabulary = Vocabulary.of(folder);
        return new VoskModel(new Model(folder.toString()), vocabulary);
    }

    /**
     * A recognizer for one utterance, to be used by one thread at a time and closed once.
     *
     * @param phrases what may be said; empty for anything. Phrases with a word the model does not know are left out,
     *     because Vosk would make other phrases of them; if none is left, nothing can be understood
     */
    Recognizer recognizer(float rate, List<String> phrases) throws IOException {
        Recognizer recognizer = phrases.isEmpty()
                ? new Recognizer(model, rate)
                : new Recognizer(model, rate, JSON.writeValueAsString(known(phrases)));
        return recognizer;
    }

    private Set<String> known(List<String> phrases) {
        Set<String> known = new LinkedHashSet<>();
        for (String phrase : phrases) {
            if (!phrase.isBlank() && vocabulary.unknown(List.of(phrase)).isEmpty()) {
                known.add(phrase.strip());
            }
        }
        if (known.size() < phrases.size()) {
            LOG.warn(
                    "Phrases left out because the model does not know their words: {} of {}",
                    phrases.size() - known.size(),
                    phrases.size());
        }
        return known.isEmpty() ? Set.of(UNKNOWN) : known;
    }

    @Override
    public void close() {
        model.close();
    }
}
