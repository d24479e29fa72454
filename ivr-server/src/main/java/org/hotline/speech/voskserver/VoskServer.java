package org.hotline.speech.voskserver;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hotline.speech.Recognition;

/**
 * A running vosk-server as a client sees it: one address, one language. Keeps a few connections open in advance, because
 * an utterance takes a connection of its own and none should wait for a handshake. Any thread may call.
 */
public final class VoskServer implements AutoCloseable {
    private static final Duration LONGEST_HANDSHAKE = Duration.ofSeconds(3);

    private final URI address;
    private final HttpClient client;
    private final int spares;
    private final int rate;
    private final Queue<VoskServerRecognition> waiting = new ConcurrentLinkedQueue<>();
    private final Set<VoskServerRecognition> listening = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param address e.g. {@code ws://127.0.0.1:2700/}
     * @param client shared by all servers
     * @param spares connections to keep open in advance
     * @param rate hertz the server's model was trained for; telephone sound is resampled to it. 0 to send it as it is
     */
    public VoskServer(URI address, HttpClient client, int spares, int rate) {
        this.address = address;
        this.client = client;
        this.spares = spares;
        this.rate = rate;
        refill();
    }

    /**
     * Begins an utterance; never waits. If the server cannot be reached, the recognition fails a little later.
     *
     * @param frames hertz of the frames that will come
     * @param phrases what may be said; empty for anything
     */
    public Recognition listen(int frames, List<String> phrases) {
        VoskServerRecognition recognition = waiting.poll();
        while (recognition != null && recognition.hasFailed()) {
            recognition = waiting.poll();
        }
        VoskServerRecognition fresh = recognition == null ? opened() : recognition;
        fresh.begin(frames, rate, phrases);
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
        waiting.forEach(VoskServerRecognition::close);
        waiting.clear();
    }

    private void refill() {
        while (!closed && waiting.size() < spares) {
            waiting.add(opened());
        }
    }

    private VoskServerRecognition opened() {
        VoskServerRecognition recognition = new VoskServerRecognition();
        recognition.connect(listener ->
                client.newWebSocketBuilder().connectTimeout(LONGEST_HANDSHAKE).buildAsync(address, listener));
        return recognition;
    }
}
