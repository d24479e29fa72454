package org.hotline.speech;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hotline.audio.Pcm;
import org.hotline.audio.Resampler;
import org.hotline.audio.Wav;

/** Speech from espeak-ng, as a telephone carries it; tests that ask for it are skipped where it is absent. */
public final class Spoken {
    private Spoken() {}

    /** English text, at 8 kHz, with half a second of silence around it. */
    public static Pcm english(String text) {
        return line(say("en-us", text));
    }

    /** Mandarin as numbered pinyin: "wo3 yao4 zhuan3 ren2 gong1"; espeak-ng cannot read characters. */
    public static Pcm mandarin(String pinyin) {
        return line(say("cmn-latn-pinyin", pinyin));
    }

    private static Pcm line(Pcm speech) {
        Pcm silence = Pcm.silence(Duration.ofMillis(500), 8000);
        return Sounds.onALine(Pcm.concat(List.of(silence, speech, silence)));
    }

    private static Pcm say(String voice, String text) {
        try {
            Path file = Files.createTempFile("spoken", ".wav");
            run("espeak-ng", "-v", voice, "-w", file.toString(), text);
            Pcm sound = Resampler.convert(Wav.read(file), 8000);
            Files.delete(file);
            return sound;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            assumeTrue(process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0, () -> command[0] + " failed");
        } catch (IOException absent) {
            assumeTrue(false, command[0] + " is not installed");
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
