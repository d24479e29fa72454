package org.hotline.supervision.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hotline.access.AuditLog;

/** Who did or saw what, for administrators: the newest first, in pages. */
final class AuditApi {
    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 500;

    private final WebPorts ports;

    AuditApi(WebPorts ports) {
        this.ports = ports;
    }

    List<Route> routes() {
        return List.of(Route.read("/api/audit", Route.ADMINS, this::list));
    }

    private void list(Context request) {
        int limit = Requests.number(request, "limit", PAGE, LARGEST_PAGE);
        List<AuditLog.Logged> found = ports.audit()
                .list(
                        Requests.text(request, "user"),
                        Requests.text(request, "action").map(AuditApi::action),
                        before(request),
                        limit + 1);
        List<Line> shown = found.stream().limit(limit).map(Line::of).toList();
        request.json(new Page(
                shown, found.size() > limit ? Optional.of(shown.getLast().number()) : Optional.empty()));
    }

    private static Optional<Long> before(Context request) {
        try {
            return Requests.text(request, "before").map(Long::valueOf);
        } catch (NumberFormatException wrong) {
            throw Requests.bad("before must be the number of an entry");
        }
    }

    private static AuditLog.Action action(String word) {
        try {
            return AuditLog.Action.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw Requests.bad("action must be one of those in the contract");
        }
    }

    record Page(List<Line> entries, Optional<Long> next) {}

    record Line(long number, Instant at, String user, String address, String action, String subject, String detail) {
        static Line of(AuditLog.Logged logged) {
            AuditLog.Entry entry = logged.entry();
            return new Line(
                    logged.number(),
                    entry.at(),
                    entry.user(),
                    entry.address(),
                    Words.of(entry.action()),
                    entry.subject(),
                    entry.detail());
        }
    }
}
