package org.hotline.supervision.web;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.hotline.access.Session;
import org.hotline.call.CallId;
import org.hotline.supervision.Board;
import org.hotline.supervision.LiveBoard;

/**
 * The live board as server-sent events: the present picture first, then every new one, and a beat each second, so that a
 * page knows the difference between a quiet centre and a dead line.
 *
 * <p>A slow reader misses pictures, never the latest: between the board and each stream there is room for one.
 */
final class EventsApi implements AutoCloseable {
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final String EVENT_STREAM = "text/event-stream";
    private static final int MOST_STREAMS = 200;

    private final WebPorts ports;
    private final Gate gate;
    private final Json json;
    private final Function<CallId, List<String>> listeners;
    private final Semaphore streams = new Semaphore(MOST_STREAMS);
    private volatile boolean closed;

    /** @param listeners who hears a call now */
    EventsApi(WebPorts ports, Gate gate, Json json, Function<CallId, List<String>> listeners) {
        this.listeners = listeners;
        this.ports = ports;
        this.gate = gate;
        this.json = json;
        ports.metrics().gauge("web_event_streams", streams, free -> MOST_STREAMS - free.availablePermits());
    }

    List<Route> routes() {
        return List.of(Route.read("/api/events", Route.LOGGED_IN, this::open));
    }

    /**
     * Streams on the request's own thread, a virtual one: Javalin's asynchronous way goes on with a recycled response when
     * the reader is gone.
     */
    private void open(Context request) throws IOException {
        if (!Optional.ofNullable(request.header("Accept")).orElse("").contains(EVENT_STREAM)) {
            throw Requests.bad("events come as text/event-stream: ask for it in the Accept header");
        }
        if (closed || !streams.tryAcquire()) {
            throw new Problem(Problem.Code.BUSY, "too many pages follow the live board", "close some, then reload");
        }
        BlockingQueue<Board> latest = new ArrayBlockingQueue<>(1);
        LiveBoard.Watch watch = ports.board().watch(board -> replace(latest, board));
        try {
            request.res().setCharacterEncoding("UTF-8");
            request.contentType(EVENT_STREAM).header("X-Accel-Buffering", "no");
            request.res().flushBuffer();
            replace(latest, ports.board().now());
            follow(new SseClient(request), latest, Gate.required(request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watch.close();
            streams.release();
        }
    }

    private void follow(SseClient client, BlockingQueue<Board> latest, Session session) throws InterruptedException {
        long number = 0;
        Instant beaten = Instant.MIN;
        while (!closed && !client.terminated() && gate.isStillOpen(session)) {
            Board board = latest.poll(BEAT.toMillis(), TimeUnit.MILLISECONDS);
            if (board != null) {
                client.sendEvent(
                        "board", json.write(BoardView.of(board, session.user(), listeners)), Long.toString(++number));
            }
            Instant now = ports.clock().instant();
            if (!client.terminated() && !now.isBefore(beaten.plus(BEAT))) {
                client.sendEvent("beat", json.write(new Beat(now)));
                beaten = now;
            }
        }
    }

    private static void replace(BlockingQueue<Board> latest, Board board) {
        while (!latest.offer(board)) {
            latest.poll();
        }
    }

    /** Ends every stream within a beat. */
    @Override
    public void close() {
        closed = true;
    }

    record Beat(Instant at) {}
}
