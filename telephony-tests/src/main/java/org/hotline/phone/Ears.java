package org.hotline.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.hotline.audio.Frame;
import org.hotline.speech.Language;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands what is heard on the phone, with the recognizer's library directly: a second opinion on what the server
 * really said. One thread a pair of ears; frames in, utterances out.
 */
final class Ears implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<Language, Model> MODELS = new ConcurrentHashMap<>();
    /** Frames to understand; nothing for the end. */
    private final LinkedBlockingQueue<Optional<Frame>> frames = new LinkedBlockingQueue<>();

    private final List<String> utterances = new ArrayList<>();
    private String unfinished = "";

    Ears(Language language) {
        Model model = MODELS.computeIfAbsent(language, Ears::load);
        Thread.ofPlatform().name("phone-ears").daemon().start(() -> listen(model));
    }

    void hear(Frame frame) {
        frames.add(Optional.of(frame));
    }

    /** All that was understood so far, an utterance an item; the last may still grow. */
    synchronized List<String> understood() {
        List<String> all = new ArrayList<>(utterances);
        if (!unfinished.isEmpty()) {
            all.add(unfinished);
        }
        return all;
    }

    private static Model load(Language language) {
        LibVosk.setLogLevel(LogLevel.WARNINGS);
        Path folder = Home.find().resolve("models/hotline-mini-" + language.tag());
        try {
            if (!Files.isDirectory(folder)) {
                throw new IOException("the phone has no model to hear with at " + folder);
            }
            return new Model(folder.toString());
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private void listen(Model model) {
        try (Recognizer recognizer = new Recognizer(model, Frame.TELEPHONE_RATE)) {
            for (var frame = frames.take(); frame.isPresent(); frame = frames.take()) {
                short[] samples = frame.get().samples();
                if (recognizer.acceptWaveForm(samples, samples.length)) {
                    finish(recognizer.getResult());
                } else {
                    grow(recognizer.getPartialResult());
                }
            }
            finish(recognizer.getFinalResult());
        } catch (IOException | InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void finish(String json) {
        unfinished = "";
        String text = JSON.readTree(json).path("text").asString("");
        if (!text.isBlank()) {
            utterances.add(text);
        }
    }

    private synchronized void grow(String json) {
        unfinished = JSON.readTree(json).path("partial").asString("");
    }

    @Override
    public void close() {
        frames.add(Optional.empty());
    }
}
