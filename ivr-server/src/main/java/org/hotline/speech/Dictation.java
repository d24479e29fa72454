package org.hotline.speech;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;

/** Plays recorded sound to a recognizer as if it were being spoken. Any thread, never a call's. */
public final class Dictation {
    private final Recognizer recognizer;
    private final Language language;
    private final Duration frameTime;

    /** @param frameTime between one frame and the next: less than 20 ms for faster than it was spoken */
    public Dictation(Recognizer recognizer, Language language, Duration frameTime) {
        this.recognizer = recognizer;
        this.language = language;
        this.frameTime = frameTime;
    }

    /** What was heard; nothing if the recognizer failed. Takes as long as the sound. */
    public Optional<Transcript> text(Pcm said) {
        try (Recognition recognition = recognizer.listen(language, said.rate(), List.of());
                ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            CompletableFuture<Void> spoken = new CompletableFuture<>();
            Iterator<Frame> frames = said.frames().iterator();
            var ticks = clock.scheduleAtFixedRate(
                    () -> speak(frames, recognition, spoken), 0, frameTime.toNanos(), TimeUnit.NANOSECONDS);
            spoken.join();
            ticks.cancel(false);
            Transcript heard = recognition.finish().join();
            return recognition.hasFailed() ? Optional.empty() : Optional.of(heard);
        }
    }

    private static void speak(Iterator<Frame> frames, Recognition recognition, CompletableFuture<Void> spoken) {
        if (frames.hasNext() && !recognition.hasFailed()) {
            recognition.accept(frames.next());
        } else {
            spoken.complete(null);
        }
    }
}
