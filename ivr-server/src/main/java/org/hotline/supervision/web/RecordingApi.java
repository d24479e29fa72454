package org.hotline.supervision.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hotline.access.AuditLog.Action;
import org.hotline.history.Cdr;

/** A call's sound and its waveform. */
final class RecordingApi {
    private final WebPorts ports;
    private final Audit audit;

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
        Cdr cdr = find(request);
        Path file = cdr.recording()
                .flatMap(ports.recordings()::audio)
                .filter(Files::isReadable)
                .orElseThrow(RecordingApi::noRecording);
        if (isBeginning(request)) {
            audit.write(request, Action.HEARD_RECORDING, cdr.id().text(), "");
        }
        String type = file.toString().endsWith(".opus") ? "audio/ogg" : "audio/wav";
        request.header("Cache-Control", "private, no-store");
        request.writeSeekableStream(Files.newInputStream(file), type, Files.size(file));
    }

    /** Players fetch a recording in many ranges: one listening is one entry of the audit log, made at its beginning. */
    private static boolean isBeginning(Context request) {
        return Optional.ofNullable(request.header("Range"))
                .map(range -> range.startsWith("bytes=0-"))
                .orElse(true);
    }

    private void peaks(Context request) {
        Peaks peaks =
                find(request).recording().flatMap(ports.recordings()::peaks).orElseThrow(RecordingApi::noRecording);
        request.header("Cache-Control", "private, no-store").json(peaks.view());
    }

    private Cdr find(Context request) {
        return ports.calls().find(Requests.callId(request.pathParam("id"))).orElseThrow(Requests::noSuchCall);
    }

    private static Problem noRecording() {
        return new Problem(
                Problem.Code.NO_RECORDING,
                "the call was not recorded, or its recording is past retention",
                "read the transcript instead");
    }
}
