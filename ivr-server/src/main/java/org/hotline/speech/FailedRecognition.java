package org.hotline.speech;

import java.util.concurrent.CompletableFuture;
import org.hotline.audio.Frame;

/** A recognition that hears nothing: there is no model, or no recognizer is up. */
public final class FailedRecognition implements Recognition {
    @Override
    public void accept(Frame heard) {}

    @Override
    public Transcript partial() {
        return Transcript.EMPTY;
    }

    @Override
    public CompletableFuture<Transcript> finish() {
        return CompletableFuture.completedFuture(Transcript.EMPTY);
    }

    @Override
    public boolean hasFailed() {
        return true;
    }

    @Override
    public void close() {}
}
