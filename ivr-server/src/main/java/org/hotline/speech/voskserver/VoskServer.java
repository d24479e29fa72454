package org.hotline.speech.voskserver;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.hotline.speech.Recognition;

/**
 * A running vosk-server as a client sees it: one address, one language. Keeps a few connections open in advance, because
 * an utterance has a connection to itself and none should wait for a handshake. Any thread may call.
 *
 * <p>A foreign server hangs up at the end of an utterance ({@code eof}), as every version does. Our own processes let the next
 * utterance follow on the same connection ({@code reset}, with a {@code config} of its own, which the reference server would
 * not heed): a handshake costs as much as a second of sound.
 */
public final class VoskServer implements AutoCloseable {
    private static final Duration LONGEST_HANDSHAKE = Duration.ofSeconds(3);

    /** Connections that may wait for the next utterance. */
    private static final int MOST_WAITING = 64;

    private final URI address;
    private final HttpClient client;
    private final int spares;
    private final int rate;
    private final boolean own;
    private final Deque<VoskConnection> waiting = new ConcurrentLinkedDeque<>();
    private final Set<VoskServerRecognition> listening = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private VoskServer(URI address, HttpClient client, int spares, int rate, boolean own) {
        this.address = address;
        this.client = client;
        this.spares = spares;
        this.rate = rate;
        this.own = own;
        refill();
    }

    /**
     * A server that somebody else runs.
     *
     * @param address e.g. {@code ws://127.0.0.1:2700/}
     * @param client shared by all servers
     * @param spares connections to keep open in advance
     * @param rate hertz the server's model was trained for; telephone sound is resampled to it. 0 to send it as it is
     */
    public static VoskServer foreign(URI address, HttpClient client, int spares, int rate) {
        return new VoskServer(address, client, spares, rate, false);
    }

    /** One of our recognizer processes. */
    public static VoskServer own(URI address, HttpClient client, int spares, int rate) {
        return new VoskServer(address, client, spares, rate, true);
    }

    /**
     * Begins an utterance; never waits. If the server cannot be reached, the recognition fails a little later.
     *
     * @param frames hertz of the frames that will come
     * @param phrases what may be said; empty for anything
     */
    public Recognition listen(int frames, List<String> phrases) {
        VoskConnection connection = waiting.poll();
        while (connection != null && connection.isOver()) {
            connection = waiting.poll();
        }
        VoskServerRecognition fresh = new VoskServerRecognition(
                connection == null ? opened() : connection, frames, rate, phrases, own, this::keep);
        listening.removeIf(VoskServerRecognition::isOver);
        listening.add(fresh);
        refill();
        return fresh;
    }

    /** Utterances being heard now. */
    public int active() {
        listening.removeIf(VoskServerRecognition::isOver);
        return listening.size();
    }

    /** Closes the connections opened in advance; utterances under way may finish. */
    @Override
    public void close() {
        closed = true;
        for (VoskConnection idle = waiting.poll(); idle != null; idle = waiting.poll()) {
            idle.abort();
        }
    }

    private void refill() {
        while (!closed && waiting.size() < spares) {
            waiting.addLast(opened());
        }
    }

    private void keep(VoskConnection free) {
        if (closed || waiting.size() >= MOST_WAITING) {
            free.abort();
        } else {
            waiting.addFirst(free);
        }
    }

    private VoskConnection opened() {
        VoskConnection connection = new VoskConnection();
        connection.connect(listener ->
                client.newWebSocketBuilder().connectTimeout(LONGEST_HANDSHAKE).buildAsync(address, listener));
        return connection;
    }
}
