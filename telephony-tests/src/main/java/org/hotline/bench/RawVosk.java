package org.hotline.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hotline.audio.Pcm;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Vosk without anything around it: the ceiling for our processes, and a decoder without delay for the endpoint trials. */
final class RawVosk implements AutoCloseable {
    private static final int CHUNK_MILLIS = 100;
    private static final JsonMapper JSON = new JsonMapper();

    private final Model model;

    RawVosk(Path folder) throws IOException {
        LibVosk.setLogLevel(LogLevel.WARNINGS);
        model = new Model(folder.toString());
    }

    /** Decodes in chunks of 100 ms with a partial text after each, as a server must. */
    String text(Pcm sound, List<String> phrases) throws IOException {
        try (Recognizer recognizer = recognizer(sound.rate(), phrases)) {
            recognizer.setWords(true);
            byte[] bytes = bytes(sound);
            int chunk = sound.rate() * CHUNK_MILLIS / 1000 * Short.BYTES;
            StringBuilder text = new StringBuilder();
            for (int at = 0; at < bytes.length; at += chunk) {
                byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + chunk));
                if (recognizer.acceptWaveForm(part, part.length)) {
                    append(text, recognizer.getResult());
                } else {
                    recognizer.getPartialResult();
                }
            }
            append(text, recognizer.getFinalResult());
            return text.toString();
        }
    }

    /** A recognizer to be fed by hand. */
    Recognizer recognizer(int rate, List<String> phrases) throws IOException {
        return phrases.isEmpty()
                ? new Recognizer(model, rate)
                : new Recognizer(model, rate, JSON.writeValueAsString(phrases));
    }

    /** The text in one of Vosk's answers, partial or not. */
    static String text(String answer) {
        JsonNode said = JSON.readTree(answer);
        return said.path("text").asString(said.path("partial").asString(""));
    }

    static byte[] bytes(Pcm sound) {
        ByteBuffer bytes =
                ByteBuffer.allocate(sound.samples().length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(sound.samples());
        return bytes.array();
    }

    @Override
    public void close() {
        model.close();
    }

    private static void append(StringBuilder text, String answer) {
        String more = text(answer);
        if (!more.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append(more);
        }
    }
}
