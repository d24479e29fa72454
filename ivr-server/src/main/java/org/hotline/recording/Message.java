package org.hotline.recording;

import java.util.concurrent.CompletableFuture;
import org.hotline.audio.Frame;

/** A voicemail message being left. Belongs to the call's thread; nothing here blocks. */
public final class Message implements AutoCloseable {
    private final Tape tape;

    Message(Tape tape) {
        this.tape = tape;
    }

    /** File of the message, relative to the recordings folder. */
    public String file() {
        return tape.file();
    }

    /** Takes the next 20 ms of the caller. */
    public void accept(Frame heard) {
        tape.accept(heard, heard);
    }

    /** Nothing was said, or the caller does not want it kept. */
    public void discard() {
        tape.discard();
    }

    /** Ends the message. Idempotent. */
    @Override
    public void close() {
        tape.end();
    }

    /** Completed when the file is whole and on the disk. */
    public CompletableFuture<Recording> finished() {
        return tape.finished();
    }
}
