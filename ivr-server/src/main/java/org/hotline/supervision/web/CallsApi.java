package org.hotline.supervision.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline.access.AuditLog.Action;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.CallStore;
import org.hotline.history.Cdr;

/** Calls of the past and of now: lists, one call, its number, its hang-up. */
final class CallsApi {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final int MOST_EXPORTED = 10_000;

    private final WebPorts ports;
    private final WebSettings settings;
    private final Audit audit;

    CallsApi(WebPorts ports, WebSettings settings, Audit audit) {
        this.ports = ports;
        this.settings = settings;
        this.audit = audit;
    }

    List<Route> routes() {
        return List.of(
                Route.read("/api/calls", Route.LISTENERS, this::list),
                Route.read("/api/calls.csv", Route.LISTENERS, this::export),
                Route.read("/api/calls/{id}", Route.LISTENERS, this::show),
                Route.change("/api/calls/{id}/number", Route.SUPERVISORS, this::unmask),
                Route.change("/api/calls/{id}/hangup", Route.SUPERVISORS, this::hangUp));
    }

    private void list(Context request) {
        int limit = Requests.number(request, "limit", PAGE, LARGEST_PAGE);
        Optional<CallId> before = Requests.text(request, "before").map(Requests::callId);
        List<Cdr> found = ports.calls().list(filter(request, before, limit + 1));
        List<CallView> shown = found.stream().limit(limit).map(CallView::of).toList();
        request.json(new Page(
                shown, found.size() > limit ? Optional.of(shown.getLast().id()) : Optional.empty()));
    }

    private void export(Context request) {
        CallsTable table = new CallsTable(settings.zone());
        Optional<CallId> before = Optional.empty();
        for (int rows = 0; rows < MOST_EXPORTED; ) {
            List<Cdr> some = ports.calls().list(filter(request, before, LARGEST_PAGE));
            some.forEach(table::add);
            rows += some.size();
            if (some.size() < LARGEST_PAGE) {
                break;
            }
            before = Optional.of(some.getLast().id());
        }
        audit.write(request, Action.EXPORTED_CALLS, "", table.rows() + " calls");
        request.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"calls.csv\"")
                .result(table.text());
    }

    private static CallStore.Filter filter(Context request, Optional<CallId> before, int limit) {
        return new CallStore.Filter(
                Requests.instant(request, "from"),
                Requests.instant(request, "to"),
                Requests.text(request, "number"),
                Requests.text(request, "agent"),
                Requests.text(request, "queue"),
                Requests.text(request, "issue"),
                before,
                limit);
    }

    private void show(Context request) {
        Cdr cdr = find(request);
        List<CallEvent> events = ports.calls().events(cdr.id());
        request.json(new Detail(
                CallView.of(cdr),
                ports.clock().instant(),
                recording(cdr, events),
                cdr.recording()
                        .map(ports.recordings()::readable)
                        .filter(Files::isReadable)
                        .map(file -> RecordingFormat.of(file).word()),
                Talk.of(events),
                Ladder.of(events, cdr.answeredAt()),
                related(events)));
    }

    /** Other records of the same caller's call, each once. */
    private static List<String> related(List<CallEvent> events) {
        return events.stream()
                .flatMap(event -> event instanceof CallEvent.SeeAlso also
                        ? Stream.of(also.other().text())
                        : Stream.empty())
                .distinct()
                .toList();
    }

    /** Where the recording is, or why there is none. */
    private String recording(Cdr cdr, List<CallEvent> events) {
        if (events.stream().anyMatch(CallEvent.Purged.class::isInstance)) {
            return "purged";
        }
        if (events.stream().anyMatch(CallEvent.RecordingLost.class::isInstance)) {
            return "lost";
        }
        return cdr.recording()
                .map(file -> !Files.isReadable(ports.recordings().readable(file))
                        ? "missing"
                        : ports.recordings().isOpen(file) ? "writing" : "ready")
                .orElse("none");
    }

    private void unmask(Context request) {
        Cdr cdr = find(request);
        audit.write(request, Action.SAW_NUMBER, cdr.id().text(), "");
        request.json(Map.of("calling", cdr.calling()));
    }

    private void hangUp(Context request) {
        CallId call = Requests.callId(request.pathParam("id"));
        Answers.check(ports.controls().hangUp(call), Requests::noSuchCall);
        audit.write(request, Action.HUNG_UP, call.text(), "");
        request.status(HttpStatus.ACCEPTED);
    }

    private Cdr find(Context request) {
        return ports.calls().find(Requests.callId(request.pathParam("id"))).orElseThrow(Requests::noSuchCall);
    }

    record Page(List<CallView> calls, Optional<String> next) {}

    record Detail(
            CallView call,
            Instant at,
            String recording,
            Optional<String> recordingFormat,
            List<Talk.Line> lines,
            List<Ladder.Rung> events,
            List<String> related) {}
}
