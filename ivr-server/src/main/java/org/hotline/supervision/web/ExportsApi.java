package org.hotline.supervision.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hotline.access.AuditLog.Action;
import org.hotline.history.FieldLogs.Log;

/** Calls and queues in the words of Asterisk's logs, with whole numbers: for administrators, audited. */
final class ExportsApi {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private final WebPorts ports;
    private final WebSettings settings;
    private final Audit audit;

    ExportsApi(WebPorts ports, WebSettings settings, Audit audit) {
        this.ports = ports;
        this.settings = settings;
        this.audit = audit;
    }

    List<Route> routes() {
        return List.of(
                Route.read("/api/exports/cdr.csv", Route.ADMINS, request -> export(request, Log.CDR, "cdr")),
                Route.read(
                        "/api/exports/ratings.csv", Route.ADMINS, request -> export(request, Log.RATINGS, "ratings")),
                Route.read(
                        "/api/exports/queue-log.csv",
                        Route.ADMINS,
                        request -> export(request, Log.QUEUE_LOG, "queue-log")));
    }

    private void export(Context request, Log log, String name) throws IOException {
        Instant from = startOf(Requests.day(request, "from").orElse(FIRST));
        Instant until = startOf(Requests.day(request, "until").orElse(LAST).plusDays(1));
        audit.write(request, Action.EXPORTED_CALLS, "", name);
        request.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        Writer out = new OutputStreamWriter(request.res().getOutputStream(), StandardCharsets.UTF_8);
        ports.fieldLogs().write(log, from, until, out);
        out.flush();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(settings.zone()).toInstant();
    }
}
