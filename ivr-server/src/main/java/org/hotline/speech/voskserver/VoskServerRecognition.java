package org.hotline.speech.voskserver;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hotline.audio.Frame;
import org.hotline.audio.Resampler;
import org.hotline.speech.Recognition;
import org.hotline.speech.Transcript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One utterance on a connection. Sound may be handed over before the connection is open, and the call's thread never waits.
 *
 * <pre>
 *   frames    . . . . . . . . . . . . . . . . . . .          gathered
 *   messages  [200 ms           ][200 ms           ]         nobody waits for the text
 *             [40 ms][40 ms][40 ms]                          hastened: somebody does
 *             [200 ms           ][      up to 500 ms      ]  the decoder has not answered yet: fewer, bigger messages
 * </pre>
 */
final class VoskServerRecognition implements Recognition, VoskConnection.User {
    private static final Logger LOG = LoggerFactory.getLogger(VoskServerRecognition.class);

    /** Frames in a message for whose text nobody waits. */
    private static final int USUAL = 10;

    /** Frames in a message for whose text somebody waits, at the least. */
    private static final int HASTY = 2;

    /** Frames in a message at the most. */
    private static final int MOST = 25;

    /** Messages under way, that is 10 s of sound and more; beyond it the server is not keeping up at all. */
    private static final int MOST_UNDER_WAY = 50;

    private static final long LONGEST_WAIT_MILLIS = 1000;

    /** Sound that was handed over faster than it was spoken (a recording) gets the time it lasts, up to this. */
    private static final long LONGEST_BACKLOG_MILLIS = 30_000;

    private final VoskConnection connection;
    private final String opening;
    private final Optional<Resampler> resampler;
    private final int bytesAFrame;
    private final boolean goesOn;
    private final Consumer<VoskConnection> free;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Queue<Integer> unanswered = new ConcurrentLinkedQueue<>(); // frames of each message
    private final AtomicInteger undecoded = new AtomicInteger(); // frames
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CompletableFuture<Transcript> outcome = new CompletableFuture<>();
    private final List<Transcript> said = new ArrayList<>();
    private ByteBuffer sound;
    private boolean begun;
    private volatile Transcript partial = Transcript.EMPTY;
    private volatile boolean failed;
    private volatile boolean finishing;

    /**
     * @param rate hertz of the frames that will come
     * @param wanted hertz the server wants; frames of a lower rate are resampled
     * @param phrases what may be said, empty for anything
     * @param goesOn whether the server lets another utterance follow on the connection
     * @param free takes the connection back if it can still be used
     */
    VoskServerRecognition(
            VoskConnection connection,
            int rate,
            int wanted,
            List<String> phrases,
            boolean goesOn,
            Consumer<VoskConnection> free) {
        this.connection = connection;
        this.goesOn = goesOn;
        this.free = free;
        int sent = Math.max(rate, wanted);
        resampler = sent == rate ? Optional.empty() : Optional.of(Resampler.of(rate, sent));
        opening = VoskRequest.config(sent, phrases);
        bytesAFrame = sent / Frame.PER_SECOND * Short.BYTES;
        sound = empty();
        connection.serve(this);
    }

    @Override
    public void accept(Frame heard) {
        if (ended.get() || finishing) {
            return;
        }
        Frame frame = resampler.isPresent() ? resampler.get().next(heard) : heard;
        sound.asShortBuffer().put(frame.samples());
        sound.position(sound.position() + bytesAFrame);
        undecoded.incrementAndGet();
        sendIfDue(USUAL);
    }

    @Override
    public void hasten() {
        sendIfDue(HASTY);
    }

    @Override
    public Duration behind() {
        return Duration.ofMillis((long) undecoded.get() * Frame.MILLIS);
    }

    @Override
    public Transcript partial() {
        return partial;
    }

    @Override
    public CompletableFuture<Transcript> finish() {
        if (!finishing && !ended.get()) {
            sendSound();
            finishing = true;
            if (begun) {
                askForTheFinalText();
            } else {
                complete(Transcript.EMPTY);
            }
        }
        return outcome.copy();
    }

    private void askForTheFinalText() {
        connection.send(goesOn ? VoskRequest.NEXT : VoskRequest.END);
        CompletableFuture.delayedExecutor(LONGEST_WAIT_MILLIS + backlog(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (!ended.get()) {
                        LOG.warn("The recognizer's final text did not come in time");
                        fail();
                    }
                });
    }

    @Override
    public boolean hasFailed() {
        return failed;
    }

    @Override
    public void close() {
        end(Transcript.EMPTY, false);
    }

    /** True if nothing more will be sent or heard. */
    boolean isOver() {
        return ended.get();
    }

    @Override
    public void heard(VoskResult result) {
        switch (result) {
            case VoskResult.Partial growing -> partial = joined(Transcript.of(growing.text()));
            case VoskResult.Text text -> {
                if (!text.heard().isEmpty()) {
                    said.add(text.heard());
                }
                partial = joined(Transcript.EMPTY);
            }
            case VoskResult.Other other -> {}
        }
        Integer answered = unanswered.poll();
        if (answered != null) {
            undecoded.addAndGet(-answered);
        } else if (finishing) { // the answer to the end: the final text
            complete(partial);
        }
    }

    @Override
    public void gone(boolean properly) {
        if (finishing && properly) { // a server that answers only when it has something to say
            complete(partial);
        } else if (!ended.get()) {
            fail();
        }
    }

    /** Sends what is gathered if it is so many frames and the decoder has nothing else to do, or if it is a lot. */
    private void sendIfDue(int frames) {
        int gathered = sound.position() / bytesAFrame;
        if (gathered >= MOST || (gathered >= frames && unanswered.isEmpty())) {
            sendSound();
        }
    }

    private void sendSound() {
        if (sound.position() == 0) {
            return;
        }
        if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
            LOG.warn("The recognizer does not keep up: giving up this recognition");
            fail();
            return;
        }
        begin();
        unanswered.add(sound.position() / bytesAFrame);
        ByteBuffer full = sound.flip();
        sound = empty();
        connection.send(full, underWay::decrementAndGet);
    }

    /** What may be said is told with the first sound: an utterance in which nobody speaks costs nothing. */
    private void begin() {
        if (!begun) {
            begun = true;
            connection.send(opening);
        }
    }

    private ByteBuffer empty() {
        return ByteBuffer.allocate(MOST * bytesAFrame).order(ByteOrder.LITTLE_ENDIAN);
    }

    private long backlog() {
        return Math.clamp(behind().toMillis() - MOST * (long) Frame.MILLIS, 0, LONGEST_BACKLOG_MILLIS);
    }

    private Transcript joined(Transcript growing) {
        List<Transcript> all = new ArrayList<>(said);
        if (!growing.isEmpty()) {
            all.add(growing);
        }
        return Utterance.of(all);
    }

    private void fail() {
        failed = true;
        end(Transcript.EMPTY, false);
    }

    private void complete(Transcript text) {
        end(text, goesOn);
    }

    /** Leaves the connection, then tells the outcome: who waits for it may want the connection next. */
    private void end(Transcript text, boolean well) {
        if (ended.compareAndSet(false, true)) {
            leave(well);
            outcome.complete(text);
        }
    }

    /** Leaves the connection, which can still be used if this utterance has ended {@code well}, or never began. */
    private void leave(boolean well) {
        connection.release();
        if ((well || !begun) && !connection.isOver()) {
            free.accept(connection);
        } else {
            connection.abort();
        }
    }
}
