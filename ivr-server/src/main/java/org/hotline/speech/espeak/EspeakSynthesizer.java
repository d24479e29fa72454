package org.hotline.speech.espeak;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hotline.audio.Pcm;
import org.hotline.audio.Resampler;
import org.hotline.audio.Wav;
import org.hotline.speech.Language;
import org.hotline.speech.Mastering;
import org.hotline.speech.Piece;
import org.hotline.speech.SpokenValues;
import org.hotline.speech.Synthesizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks with espeak-ng. English goes to it as text, Mandarin as numbered pinyin, because its voice for characters spells
 * them out as English. Blocks for some 20 ms a phrase; at most four processes at once, each with a time limit.
 */
public final class EspeakSynthesizer implements Synthesizer {
    private static final Logger LOG = LoggerFactory.getLogger(EspeakSynthesizer.class);
    private static final int LONGEST_TEXT = 2_000;
    private static final int PROCESSES = 4;

    private final Semaphore processes = new Semaphore(PROCESSES);
    private final String program;
    private final Duration limit;

    /** With ten seconds for each text. */
    public EspeakSynthesizer(String program) {
        this(program, Duration.ofSeconds(10));
    }

    /**
     * @param program espeak-ng's name on the PATH, or its path; if it is not there, nothing can be spoken
     * @param limit the longest time one text may take
     */
    public EspeakSynthesizer(String program, Duration limit) {
        this.program = program;
        this.limit = limit;
    }

    /** The voice, variant and speed for a language, e.g. {@code en-us+f3@165}: names the sound it makes of a text. */
    public static String voice(Language language) {
        return name(language) + "@" + wordsPerMinute(language);
    }

    @Override
    public Optional<Pcm> speak(Language language, List<Piece> pieces, int rate) {
        String text = SpokenValues.text(language, pieces);
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        String spelling = switch (language) {
            case ENGLISH -> text;
            case MANDARIN -> NumberedPinyin.of(text);
        };
        return run(language, spelling)
                .map(sound -> Mastering.of(Resampler.convert(sound, rate)))
                .filter(sound -> sound.samples().length > 0);
    }

    private Optional<Pcm> run(Language language, String spelling) {
        try {
            processes.acquire();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return sound(language, spelling);
        } catch (IOException failure) {
            LOG.atWarn()
                    .addKeyValue("program", program)
                    .addKeyValue("reason", failure.getMessage())
                    .log("speech synthesis failed");
            return Optional.empty();
        } finally {
            processes.release();
        }
    }

    private Optional<Pcm> sound(Language language, String spelling) throws IOException {
        Process process = new ProcessBuilder(
                        program, "-v", name(language), "-s", wordsPerMinute(language), "--stdin", "--stdout")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture<Process> watch = process.onExit()
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(late -> process.destroyForcibly());
        try (InputStream sound = process.getInputStream()) {
            try (OutputStream text = process.getOutputStream()) {
                text.write(spelling.getBytes(StandardCharsets.UTF_8));
            }
            return Optional.of(Wav.read(sound));
        } finally {
            process.destroyForcibly();
            watch.cancel(false);
        }
    }

    private static String name(Language language) {
        return switch (language) {
            case ENGLISH -> "en-us+f3";
            case MANDARIN -> "cmn-latn-pinyin+f2";
        };
    }

    /** English a little slower than the default of 175; Mandarin faster, or it drags at three syllables a second. */
    private static String wordsPerMinute(Language language) {
        return switch (language) {
            case ENGLISH -> "165";
            case MANDARIN -> "185";
        };
    }
}
