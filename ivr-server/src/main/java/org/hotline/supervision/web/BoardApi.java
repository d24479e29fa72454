package org.hotline.supervision.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hotline.access.AuditLog.Action;
import org.hotline.access.User;
import org.hotline.call.CallId;

/** The live board once, and steering agents on it. */
final class BoardApi {
    private static final Set<String> STATES = Set.of("available", "on-break", "signed-out");

    private final WebPorts ports;
    private final Audit audit;
    private final Function<CallId, List<String>> listeners;

    /** @param listeners who hears a call now */
    BoardApi(WebPorts ports, Audit audit, Function<CallId, List<String>> listeners) {
        this.listeners = listeners;
        this.ports = ports;
        this.audit = audit;
    }

    List<Route> routes() {
        return List.of(
                Route.read("/api/board", Route.LOGGED_IN, request -> request.json(view(request))),
                Route.read("/api/queues", Route.LOGGED_IN, this::queues),
                Route.read("/api/agents", Route.LOGGED_IN, this::agents),
                Route.change("/api/agents/{name}/state", Route.LOGGED_IN, this::changeState));
    }

    private BoardView view(Context request) {
        return BoardView.of(ports.board().now(), Gate.required(request).user(), listeners);
    }

    private void queues(Context request) {
        BoardView board = view(request);
        request.json(new Queues(board.at(), board.queues()));
    }

    private void agents(Context request) {
        BoardView board = view(request);
        request.json(new Agents(board.at(), board.agents()));
    }

    private void changeState(Context request) {
        String agent = request.pathParam("name");
        User user = Gate.required(request).user();
        if (!Route.SUPERVISORS.roles().contains(user.role()) && !user.agent().equals(Optional.of(agent))) {
            throw Gate.notPermitted();
        }
        String state = Requests.body(request, StateChange.class).state();
        if (!STATES.contains(state)) {
            throw Requests.bad("state must be one of available, on-break, signed-out");
        }
        Answers.check(
                ports.controls().changeState(agent, state),
                () -> new Problem(Problem.Code.NO_SUCH_AGENT, "no agent has this name", "see /api/agents"));
        audit.write(request, Action.CHANGED_AGENT_STATE, agent, state);
        request.status(HttpStatus.NO_CONTENT);
    }

    record StateChange(String state) {}

    record Queues(Instant at, List<BoardView.QueueNow> queues) {}

    record Agents(Instant at, List<BoardView.AgentNow> agents) {}
}
