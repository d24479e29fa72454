package org.hotline.supervision.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import org.hotline.access.AuditLog;

/** Writes down who asked for what, from where. */
final class Audit {
    private final AuditLog log;
    private final InstantSource clock;

    Audit(AuditLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /** By the user of this request's session. */
    void write(Context request, AuditLog.Action action, String subject, String detail) {
        write(request, Gate.required(request).user().name(), action, subject, detail);
    }

    void write(Context request, String user, AuditLog.Action action, String subject, String detail) {
        log.add(new AuditLog.Entry(clock.instant(), user, request.ip(), action, subject, detail));
    }
}
