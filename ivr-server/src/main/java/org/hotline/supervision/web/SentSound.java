package org.hotline.supervision.web;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.audio.Resampler;
import org.hotline.audio.Wav;
import org.hotline.speech.Dictation;
import org.hotline.speech.Language;
import org.hotline.speech.Recognizer;
import org.hotline.speech.Transcript;

/** Sound that somebody sends, heard as a telephone would bring it, by the recognizer that calls use. Any thread. */
final class SentSound {
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** Any other, and its ratio to the telephone's may be one that no filter is made for. */
    private static final Set<Integer> RATES = Set.of(8000, 11025, 16000, 22050, 24000, 32000, 44100, 48000, 96000);

    /** Four times as fast as it was spoken: callers' recognitions go on beside it. */
    private static final Duration PACE = Duration.ofMillis(Frame.MILLIS / 4);

    private final Recognizer recognizer;
    private final Semaphore one = new Semaphore(1);

    SentSound(Recognizer recognizer) {
        this.recognizer = recognizer;
    }

    /** What was said in the WAV file that the request's body is. */
    Transcript heard(Context request, Language language) throws IOException {
        Pcm sound = telephoned(read(request));
        if (!recognizer.languages().contains(language)) {
            throw deaf();
        }
        if (!one.tryAcquire()) {
            throw new Problem(Problem.Code.BUSY, "another recording is being heard", "try again in a few seconds");
        }
        try {
            Optional<Transcript> heard = new Dictation(recognizer, language, PACE).text(sound);
            return heard.orElseThrow(SentSound::deaf);
        } finally {
            one.release();
        }
    }

    private static byte[] read(Context request) throws IOException {
        try (InputStream body = request.bodyInputStream()) {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Problem(
                        Problem.Code.TOO_LARGE,
                        "the sound has more than 4 MB",
                        "send 20 seconds at the most, at 16 kHz");
            }
            return bytes;
        }
    }

    private static Pcm telephoned(byte[] file) {
        Pcm sound = wav(file);
        if (!RATES.contains(sound.rate())) {
            throw unusable("its rate is " + sound.rate() + " Hz", "use 8, 16, 44.1 or 48 kHz");
        }
        if (sound.duration().compareTo(LONGEST) > 0) {
            throw unusable("it lasts " + sound.duration().toSeconds() + " s", "send 20 s at the most");
        }
        if (sound.samples().length == 0) {
            throw unusable("there is nothing in it", "record it again");
        }
        return Resampler.convert(sound, Frame.TELEPHONE_RATE);
    }

    private static Pcm wav(byte[] file) {
        try {
            return Wav.read(new ByteArrayInputStream(file));
        } catch (IOException unreadable) {
            throw unusable(String.valueOf(unreadable.getMessage()), "send a WAV file");
        }
    }

    private static Problem unusable(String why, String next) {
        return new Problem(Problem.Code.NO_SPEECH, why + ": " + next, next);
    }

    private static Problem deaf() {
        return new Problem(
                Problem.Code.DEAF,
                "nothing recognises this language just now",
                "type the sentence, or look at /health");
    }
}
