package org.hotline.speech.voskserver;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.hotline.audio.Frame;
import org.hotline.audio.Resampler;
import org.hotline.speech.Recognition;
import org.hotline.speech.Transcript;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One utterance on one connection. The connection may be opened long before it is used, and sound may be handed over
 * before it is open: everything is sent in order as soon as it can be, and the call's thread never waits.
 */
final class VoskServerRecognition implements Recognition, WebSocket.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(VoskServerRecognition.class);

    /** Frames a message: 100 ms, what Kaldi digests at a time. */
    private static final int FRAMES_A_MESSAGE = 5;

    /** Messages under way, that is 5 s of sound; beyond it the server is not keeping up at all. */
    private static final int MOST_UNDER_WAY = 50;

    private static final long LONGEST_WAIT_MILLIS = 1000;

    /** Sound that was handed over faster than it was spoken (a recording) gets the time it lasts, up to this. */
    private static final long LONGEST_BACKLOG_MILLIS = 30_000;

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final CompletableFuture<Transcript> outcome = new CompletableFuture<>();
    private final StringBuilder message = new StringBuilder();
    private final List<Transcript> said = new ArrayList<>();
    private CompletableFuture<WebSocket> last = new CompletableFuture<>();
    private Optional<Resampler> resampler = Optional.empty();
    private ByteBuffer sound = ByteBuffer.allocate(0);
    private volatile Optional<WebSocket> connection = Optional.empty();
    private volatile Transcript partial = Transcript.EMPTY;
    private volatile boolean failed;
    private volatile boolean finishing;

    /** Opens the connection in the background with {@code open}. */
    void connect(Function<WebSocket.Listener, CompletableFuture<WebSocket>> open) {
        last = failingWith(open.apply(this));
    }

    /**
     * Says what will be spoken. Once, before the first frame.
     *
     * @param rate hertz of the frames that will come
     * @param wanted hertz the server wants; frames of a lower rate are resampled
     */
    void begin(int rate, int wanted, List<String> phrases) {
        int sent = Math.max(rate, wanted);
        resampler = sent == rate ? Optional.empty() : Optional.of(Resampler.of(rate, sent));
        sound = ByteBuffer.allocate(FRAMES_A_MESSAGE * sent / Frame.PER_SECOND * Short.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        String config = VoskRequest.config(sent, phrases);
        send(socket -> socket.sendText(config, true));
    }

    @Override
    public void accept(Frame heard) {
        if (outcome.isDone() || finishing) {
            return;
        }
        Frame frame = resampler.isPresent() ? resampler.get().next(heard) : heard;
        for (short sample : frame.samples()) {
            sound.putShort(sample);
        }
        if (!sound.hasRemaining()) {
            sendSound();
        }
    }

    @Override
    public Transcript partial() {
        return partial;
    }

    @Override
    public CompletableFuture<Transcript> finish() {
        if (!finishing && !outcome.isDone()) {
            sendSound();
            finishing = true;
            send(socket -> socket.sendText(VoskRequest.END, true));
            CompletableFuture.delayedExecutor(LONGEST_WAIT_MILLIS + backlog(), TimeUnit.MILLISECONDS)
                    .execute(() -> {
                        if (!outcome.isDone()) {
                            LOG.warn("The recognizer's final text did not come in time");
                            fail();
                        }
                    });
        }
        return outcome.copy();
    }

    @Override
    public boolean hasFailed() {
        return failed;
    }

    @Override
    public void close() {
        complete(Transcript.EMPTY);
    }

    /** True if nothing more will be sent or heard. */
    boolean isOver() {
        return outcome.isDone();
    }

    @Override
    public void onOpen(WebSocket socket) {
        connection = Optional.of(socket);
        if (outcome.isDone()) {
            socket.abort();
        }
        socket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean complete) {
        message.append(data);
        if (complete) {
            heard(VoskResult.read(message.toString()));
            message.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        if (finishing
                && status == WebSocket.NORMAL_CLOSURE) { // a server that answers only when it has something to say
            complete(partial);
        }
        failUnlessDone();
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable problem) {
        failUnlessDone();
    }

    private void failUnlessDone() {
        if (outcome.isDone()) {
        } else {
            fail();
        }
    }

    private void sendSound() {
        if (sound.position() == 0) {
            return;
        }
        ByteBuffer full = sound.flip();
        sound = ByteBuffer.allocate(full.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
            LOG.warn("The recognizer does not keep up: giving up this recognition");
            fail();
            return;
        }
        unanswered.incrementAndGet();
        send(socket -> socket.sendBinary(full, true).whenComplete((sent, problem) -> underWay.decrementAndGet()));
    }

    /** One after the other: a WebSocket takes a message only when the one before it is gone. */
    private void send(Function<WebSocket, CompletableFuture<WebSocket>> what) {
        last = failingWith(last.thenCompose(what));
    }

    private CompletableFuture<WebSocket> failingWith(CompletableFuture<WebSocket> sent) {
        return sent.whenComplete((socket, problem) -> {
            if (problem != null) {
                fail();
            }
        });
    }

    private void heard(VoskResult result) {
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
        if (unanswered.decrementAndGet() < 0 && finishing) { // the answer to the end: the final text
            complete(partial);
        }
    }

    private long backlog() {
        long waiting = Math.max(0, unanswered.get() - 1);
        return Math.min(LONGEST_BACKLOG_MILLIS, waiting * FRAMES_A_MESSAGE * Frame.MILLIS);
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
        complete(Transcript.EMPTY);
    }

    private void complete(Transcript text) {
        outcome.complete(text);
        connection.ifPresent(WebSocket::abort);
    }
}
