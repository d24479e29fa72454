package org.hotline.supervision.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.hotline.access.AuditLog.Action;
import org.hotline.access.User;
import org.hotline.call.CallId;
import org.hotline.switchboard.Supervisors.Voice;

/**
 * Taking part in a call that goes on: whisper and join by the supervisor's own phone, and sending the caller on. Written in
 * the audit log; the board names who takes part.
 */
final class SuperviseApi {
    private final WebPorts ports;
    private final Audit audit;
    private final Attendance attendance;

    SuperviseApi(WebPorts ports, Audit audit, Attendance attendance) {
        this.ports = ports;
        this.audit = audit;
        this.attendance = attendance;
    }

    List<Route> routes() {
        return List.of(
                Route.change(
                        "/api/calls/{id}/whisper",
                        Route.SUPERVISORS,
                        request -> speak(request, Voice.TO_AGENT, Action.WHISPERED)),
                Route.change(
                        "/api/calls/{id}/join",
                        Route.SUPERVISORS,
                        request -> speak(request, Voice.TO_BOTH, Action.JOINED)),
                Route.change("/api/calls/{id}/transfer", Route.SUPERVISORS, this::transfer),
                Route.read(
                        "/api/transfers",
                        Route.SUPERVISORS,
                        request ->
                                request.json(Map.of("targets", ports.controls().transferTargets()))));
    }

    private void speak(Context request, Voice voice, Action action) {
        CallId call = Requests.callId(request.pathParam("id"));
        User user = Gate.required(request).user();
        String owner = user.agent()
                .orElseThrow(() -> new Problem(
                        Problem.Code.NO_PHONE,
                        "you have no phone here that could ring",
                        "let an administrator name an agent, whose phone is yours, for you on the page of users"));
        attendance.enter(call, user.displayName());
        CallControls.Outcome outcome =
                ports.controls().speak(call, voice, owner, () -> attendance.leave(call, user.displayName()));
        if (!(outcome instanceof CallControls.Outcome.Done)) {
            attendance.leave(call, user.displayName());
        }
        Answers.check(outcome, Requests::noSuchCall);
        audit.write(request, action, call.text(), "");
        request.status(HttpStatus.ACCEPTED);
    }

    private void transfer(Context request) {
        CallId call = Requests.callId(request.pathParam("id"));
        Transfer wanted = Requests.body(request, Transfer.class);
        boolean attended = wanted.how().equals("attended");
        if (!attended && !wanted.how().equals("blind")) {
            throw Requests.bad("how must be blind or attended");
        }
        Answers.check(ports.controls().transfer(call, wanted.to(), attended), Requests::noSuchCall);
        audit.write(request, Action.TRANSFERRED, call.text(), wanted.how());
        request.status(HttpStatus.ACCEPTED);
    }

    /** @param how {@code blind} or {@code attended} */
    record Transfer(String to, String how) {}
}
