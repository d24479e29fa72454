package org.hotline.supervision.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.hotline.access.AuditLog.Action;
import org.hotline.access.Session;
import org.hotline.audio.Frame;
import org.hotline.call.CallId;
import org.hotline.switchboard.Listening;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hearing a call that goes on: both sides as they are spoken, without being heard. The sound is streamed on the request's
 * own virtual thread; nothing of the browser's comes back. Written in the audit log; the board names who listens.
 */
final class ListenApi {
    private static final Logger LOG = LoggerFactory.getLogger(ListenApi.class);
    private static final int MOST_LISTENERS = 50;
    private static final Duration PATIENCE = Duration.ofMillis(500);
    /** Moments sent together: a tenth of a second. */
    private static final int TOGETHER = 5;

    private final WebPorts ports;
    private final Gate gate;
    private final Audit audit;
    private final Semaphore places = new Semaphore(MOST_LISTENERS);
    private final Attendance attendance;
    private volatile boolean closed;

    ListenApi(WebPorts ports, Gate gate, Audit audit, Attendance attendance) {
        this.attendance = attendance;
        this.ports = ports;
        this.gate = gate;
        this.audit = audit;
    }

    List<Route> routes() {
        return List.of(Route.read("/api/calls/{id}/listen", Route.SUPERVISORS, this::listen));
    }

    private void listen(Context request) {
        CallId call = Requests.callId(request.pathParam("id"));
        if (closed || !places.tryAcquire()) {
            throw new Problem(Problem.Code.BUSY, "too many listen to calls already", "close a page that listens");
        }
        try (Listening listening = ports.controls().listen(call).orElseThrow(Requests::noSuchCall)) {
            audit.write(request, Action.LISTENED, call.text(), "");
            String name = Gate.required(request).user().displayName();
            attendance.enter(call, name);
            try {
                stream(listening, request);
            } finally {
                attendance.leave(call, name);
            }
        } finally {
            places.release();
        }
    }

    /** Until the call is over or the listener has gone. */
    private void stream(Listening listening, Context request) {
        request.contentType("audio/L16;rate=" + Frame.TELEPHONE_RATE + ";channels=2")
                .header("X-Accel-Buffering", "no");
        try {
            request.res().flushBuffer();
            stream(listening, request.res().getOutputStream(), Gate.required(request));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            LOG.atDebug().addKeyValue("reason", gone.getMessage()).log("somebody listens no more");
        }
    }

    private void stream(Listening listening, OutputStream out, Session session)
            throws IOException, InterruptedException {
        ByteBuffer sound = ByteBuffer.allocate(TOGETHER * 2 * Short.BYTES * Frame.TELEPHONE_RATE / Frame.PER_SECOND);
        while (!closed && !listening.isOver() && gate.isStillOpen(session)) {
            Optional<Listening.Moment> moment = listening.next(PATIENCE);
            moment.ifPresent(some -> put(some, sound));
            if (!sound.hasRemaining() || moment.isEmpty()) {
                out.write(sound.array(), 0, sound.position());
                out.flush();
                sound.clear();
            }
        }
        out.write(sound.array(), 0, sound.position());
    }

    /** Left the caller, right the other side; the samples in network order (RFC 2586). */
    private static void put(Listening.Moment moment, ByteBuffer sound) {
        short[] caller = moment.caller().samples();
        short[] other = moment.other().samples();
        for (int i = 0; i < caller.length; i++) {
            sound.putShort(caller[i]).putShort(other[i]);
        }
    }

    /** Ends every stream soon. */
    void close() {
        closed = true;
    }
}
