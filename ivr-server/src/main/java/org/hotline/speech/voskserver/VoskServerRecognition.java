package org.hotline.speech.voskserver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hotline.audio.Frame;
import org.hotline.speech.Recognition;
import org.hotline.speech.Transcript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One utterance on a connection. Sound may be handed over before the connection is open, and the call's thread never waits.
 *
 * <pre>
 *   frames    . . . . . . . . . . . . . . . . . . .          gathered
 *   messages  [400 ms           ][400 ms           ]         nobody waits for the text
 *             [40 ms][40 ms][40 ms]                          hastened: somebody does
 *             [400 ms           ][        up to 1 s       ]  the decoder has not answered yet: fewer, bigger messages
 * </pre>
 */
final class VoskServerRecognition implements Recognition, VoskConnection.User {
    private static final Logger LOG = LoggerFactory.getLogger(VoskServerRecognition.class);

    /** Frames in a message for whose text nobody waits. */
    private static final int USUAL = 20;

    /** Frames in a message for whose text somebody waits, at the least. */
    private static final int HASTY = 2;

    /** Messages under way, that is 20 s of sound and more; beyond it the server is not keeping up at all. */
    private static final int MOST_UNDER_WAY = 50;

    private static final long LONGEST_WAIT_MILLIS = 1000;

    /** Sound that was handed over faster than it was spoken (a recording) gets the time it lasts, up to this. */
    private static final long LONGEST_BACKLOG_MILLIS = 30_000;

    private final VoskConnection connection;
    private final String opening;
    private final NextMessage next;
    private final boolean goesOn;
    private final Consumer<VoskConnection> free;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Unanswered unanswered = new Unanswered();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CompletableFuture<Transcript> outcome = new CompletableFuture<>();
    private final List<Transcript> said = new ArrayList<>();
    private boolean begun;
    private boolean concluded; // the final text of all sound has been asked for
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
        next = new NextMessage(rate, sent);
        opening = VoskRequest.config(sent, phrases);
        connection.serve(this);
    }

    @Override
    public void accept(Frame heard) {
        if (ended.get() || finishing) {
            return;
        }
        next.add(heard);
        unanswered.gather();
        concluded = false;
        sendIfDue(USUAL);
    }

    @Override
    public void hasten() {
        sendIfDue(HASTY);
    }

    @Override
    public Duration behind() {
        return unanswered.behind();
    }

    @Override
    public Transcript partial() {
        return partial;
    }

    @Override
    public CompletableFuture<Transcript> finish() {
        if (!finishing && !ended.get()) {
            askForTheFinalText();
            finishing = true;
            if (unanswered.isEmpty()) {
                complete(partial);
            } else {
                giveUpInTime();
            }
        }
        return outcome.copy();
    }

    @Override
    public boolean conclude() {
        boolean possible = goesOn && !finishing && !ended.get();
        if (possible) {
            askForTheFinalText();
        }
        return possible;
    }

    private void askForTheFinalText() {
        sendSound();
        if (begun && !concluded) {
            concluded = true;
            unanswered.request();
            connection.send(goesOn ? VoskRequest.NEXT : VoskRequest.END);
        }
    }

    private void giveUpInTime() {
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
                    said.add(text.heard().later(unanswered.begin()));
                }
                partial = joined(Transcript.EMPTY);
            }
            case VoskResult.Other other -> {}
        }
        unanswered.next();
        if (finishing && unanswered.isEmpty()) {
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
        int gathered = next.frames();
        if (gathered >= NextMessage.MOST || (gathered >= frames && unanswered.isEmpty())) {
            sendSound();
        }
    }

    private void sendSound() {
        if (next.frames() == 0) {
            return;
        }
        if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
            LOG.warn("The recognizer does not keep up: giving up this recognition");
            fail();
            return;
        }
        begin();
        unanswered.sound(next.frames());
        connection.send(next.take(), underWay::decrementAndGet);
    }

    /** What may be said is told with the first sound: an utterance in which nobody speaks costs nothing. */
    private void begin() {
        if (!begun) {
            begun = true;
            connection.configure(opening);
        }
    }

    private long backlog() {
        return Math.clamp(behind().toMillis() - NextMessage.MOST * (long) Frame.MILLIS, 0, LONGEST_BACKLOG_MILLIS);
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
