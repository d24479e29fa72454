package org.hotline.speech.prompts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.audio.Wav;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.Synthesizer;

/**
 * Brings one folder of prompts up to date with the texts that are wanted there. Files are 8 kHz mu-law WAV: what a telephone
 * line carries, a second in 8,000 bytes. Not for several threads at once on one folder.
 */
public final class PromptRendering {
    /** How a prompt stands. */
    public enum State {
        /** Its file is there, in the voice that would speak it now. */
        READY("ready"),
        /** Recorded by a person. */
        RECORDED("recorded"),
        /** Not there. */
        NEW("new"),
        /** There, but in another voice. */
        STALE("stale"),
        /** There, but no longer wanted. */
        UNUSED("unused");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** A text and how it stands. */
    public record Standing(String text, State state) {}

    private final Path folder;
    private final Language language;
    private final String voice;
    private final Map<PromptText, PromptIndex.Entry> present = new LinkedHashMap<>();

    /**
     * Reads the folder's index, if there is one.
     *
     * @param voice names the voice and all that shapes the sound
     * @throws IOException if the index cannot be read; the message says file and line
     */
    public PromptRendering(Path folder, Language language, String voice) throws IOException {
        this.folder = folder;
        this.language = language;
        this.voice = voice;
        PromptIndex.read(folder).forEach(entry -> present.put(entry.key(), entry));
    }

    /** How the wanted texts stand, in their order, and after them what is no longer wanted. */
    public List<Standing> standings(Collection<String> texts) {
        Map<PromptText, String> wanted = wanted(texts);
        List<Standing> standings = new ArrayList<>();
        wanted.forEach((key, text) -> standings.add(new Standing(text, state(key))));
        present.forEach((key, entry) -> {
            if (!wanted.containsKey(key)) {
                standings.add(new Standing(entry.text(), State.UNUSED));
            }
        });
        return standings;
    }

    /**
     * Speaks one text into its file.
     *
     * @throws IOException if it cannot be spoken or written
     */
    public void render(String text, Synthesizer synthesizer) throws IOException {
        PromptText key = PromptText.of(language, text);
        Optional<Pcm> sound = synthesizer.speak(language, List.of(new Piece.Text(text)), Frame.TELEPHONE_RATE);
        if (sound.isEmpty()) {
            throw new IOException("cannot speak \"" + text + "\": is espeak-ng installed?");
        }
        Files.createDirectories(folder);
        try (OutputStream out = Files.newOutputStream(folder.resolve(key.file()))) {
            Wav.write(out, List.of(sound.get()), Wav.Encoding.ULAW);
        }
        present.put(key, new PromptIndex.Entry(key.file(), voice, language, text));
    }

    /** Takes away a prompt that is no longer wanted; what a person recorded stays. */
    public void remove(String text) throws IOException {
        PromptText key = PromptText.of(language, text);
        PromptIndex.Entry entry = present.get(key);
        if (entry != null && !entry.voice().equals(PromptIndex.RECORDED)) {
            Files.deleteIfExists(folder.resolve(entry.file()));
            present.remove(key);
        }
    }

    /** Writes the index. */
    public void finish() throws IOException {
        Files.createDirectories(folder);
        PromptIndex.write(folder, List.copyOf(present.values()));
    }

    private State state(PromptText key) {
        PromptIndex.Entry entry = present.get(key);
        if (entry == null || !Files.isRegularFile(folder.resolve(entry.file()))) {
            return State.NEW;
        }
        if (entry.voice().equals(PromptIndex.RECORDED)) {
            return State.RECORDED;
        }
        return entry.voice().equals(voice) ? State.READY : State.STALE;
    }

    private Map<PromptText, String> wanted(Collection<String> texts) {
        Map<PromptText, String> wanted = new LinkedHashMap<>();
        texts.forEach(text -> wanted.putIfAbsent(PromptText.of(language, text), text));
        return wanted;
    }
}
