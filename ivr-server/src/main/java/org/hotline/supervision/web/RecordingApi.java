package org.hotline.supervision.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotline.access.AuditLog.Action;
import org.hotline.call.CallId;
import org.hotline.history.Cdr;

/** A call's sound and its waveform. */
final class RecordingApi {
    private static final Duration ONE_LISTENING = Duration.ofMinutes(10);

    private final WebPorts ports;
    private final Audit audit;
    private final Cache<String, Boolean> noted =
            Caffeine.newBuilder().expireAfterWrite(ONE_LISTENING).build();

    RecordingApi(WebPorts ports, Audit audit) {
        this.ports = ports;
        this.audit = audit;
    }

    List<Route> routes() {
        return List.of(
                Route.read("/api/calls/{id}/recording", Route.LISTENERS, this::play),
                Route.read("/api/calls/{id}/peaks", Route.LISTENERS, this::peaks));
    }

    private void play(Context request) throws IOException {
        CallId call = Requests.callId(request.pathParam("id"));
        Path file = ports.recordings().readable(file(call));
        RecordingFormat format = RecordingFormat.of(file);
        // A player that has a part of one file must not be given the next part of another.
        Optional<String> wanted = Requests.text(request, "format");
        if (!Files.isReadable(file) || !format.word().equals(wanted.orElse(format.word()))) {
            throw noRecording();
        }
        note(request, call);
        request.header("Cache-Control", "private, no-store");
        request.writeSeekableStream(Files.newInputStream(file), format.type(), Files.size(file));
    }

    /** Players fetch a recording in many ranges: they are one listening, one entry of the audit log. */
    private void note(Context request, CallId call) {
        String listening = Gate.required(request).token() + " " + call;
        if (noted.asMap().putIfAbsent(listening, true) == null) {
            audit.write(request, Action.HEARD_RECORDING, call.text(), "");
        }
    }

    private void peaks(Context request) throws IOException {
        String file = file(Requests.callId(request.pathParam("id")));
        try {
            request.header("Cache-Control", "private, no-store")
                    .contentType(ContentType.APPLICATION_JSON)
                    .result(ports.recordings().peaks(file));
        } catch (NoSuchFileException gone) {
            throw noRecording();
        }
    }

    private String file(CallId call) {
        Cdr cdr = ports.calls().find(call).orElseThrow(Requests::noSuchCall);
        return cdr.recording().orElseThrow(RecordingApi::noRecording);
    }

    private static Problem noRecording() {
        return new Problem(
                Problem.Code.NO_RECORDING,
                "the call was not recorded so, or its recording is past retention",
                "read the transcript instead");
    }
}
