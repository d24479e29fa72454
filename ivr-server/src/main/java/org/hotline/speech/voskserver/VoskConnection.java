package org.hotline.speech.voskserver;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a vosk-server, opened in the background and used by one utterance at a time. What is to be sent is sent in
 * order as soon as it can be; nobody waits. Any thread may send, one at a time.
 */
final class VoskConnection implements WebSocket.Listener {
    /** Who uses a connection now. Called by the client's own threads, one at a time. */
    interface User {
        /** The server said something. */
        void heard(VoskResult result);

        /** The connection is gone; {@code properly} if the server closed it without complaint. */
        void gone(boolean properly);
    }

    private final StringBuilder message = new StringBuilder();
    private CompletableFuture<WebSocket> last = new CompletableFuture<>();
    private volatile Optional<WebSocket> socket = Optional.empty();
    private volatile Optional<User> user = Optional.empty();
    private volatile boolean over;
    private String configured = "";

    /** Opens the connection in the background with {@code open}. */
    void connect(Function<WebSocket.Listener, CompletableFuture<WebSocket>> open) {
        last = watched(open.apply(this));
    }

    /** What is said from now on is said to this user. */
    void serve(User next) {
        user = Optional.of(next);
        if (over) {
            next.gone(false);
        }
    }

    /** Nobody uses it for now. */
    void release() {
        user = Optional.empty();
    }

    boolean isOver() {
        return over;
    }

    /** Says how to hear what follows; a server that lets utterances follow one another remembers it. */
    void configure(String config) {
        if (!config.equals(configured)) {
            configured = config;
            send(config);
        }
    }

    void send(String text) {
        send(open -> open.sendText(text, true));
    }

    /** Sends sound; the buffer is not to be touched any more. {@code done} is called when it is gone, or cannot be sent. */
    void send(ByteBuffer sound, Runnable done) {
        send(open -> open.sendBinary(sound, true));
        last = last.whenComplete((open, problem) -> done.run());
    }

    /** Closes it without ado. */
    void abort() {
        over = true;
        socket.ifPresent(WebSocket::abort);
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = Optional.of(opened);
        if (over) {
            opened.abort();
        }
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean complete) {
        message.append(data);
        if (complete) {
            VoskResult result = VoskResult.read(message.toString());
            message.setLength(0);
            user.ifPresent(now -> now.heard(result));
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        gone(status == WebSocket.NORMAL_CLOSURE);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable problem) {
        gone(false);
    }

    /** One after the other: a WebSocket takes a message only when the one before it is gone. */
    private void send(Function<WebSocket, CompletableFuture<WebSocket>> what) {
        last = watched(last.thenCompose(what));
    }

    private CompletableFuture<WebSocket> watched(CompletableFuture<WebSocket> sent) {
        return sent.whenComplete((open, problem) -> {
            if (problem != null) {
                gone(false);
            }
        });
    }

    private void gone(boolean properly) {
        over = true;
        user.ifPresent(now -> now.gone(properly));
    }
}
