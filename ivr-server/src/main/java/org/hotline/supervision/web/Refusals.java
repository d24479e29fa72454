package org.hotline.supervision.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.Instant;
import java.util.Optional;
import org.hotline.access.AccessUnavailable;
import org.hotline.call.CallId;
import org.hotline.history.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong in a request becomes an answer that says what is wrong and what to do (RFC 9457). */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Pages pages;
    private final Json json;

    Refusals(Pages pages, Json json) {
        this.pages = pages;
        this.json = json;
    }

    void addTo(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, request) -> answer(request, problem));
        routes.exception(StoreUnavailable.class, this::away);
        routes.exception(AccessUnavailable.class, this::away);
        routes.exception(HttpResponseException.class, (refusal, request) -> {
            if (refusal.getStatus() == 404 && wantsPage(request)) {
                request.status(404);
                pages.show(request);
            } else {
                answer(request, problem(refusal));
            }
        });
        routes.exception(Exception.class, this::fault);
    }

    private void away(RuntimeException away, Context request) {
        answer(
                request,
                new Problem(
                        Problem.Code.STORE_AWAY,
                        "the database does not answer; calls go on and are kept",
                        "try again in a minute; see /health"));
    }

    private void fault(Exception fault, Context request) {
        String incident = CallId.at(Instant.now()).text();
        LOG.atError()
                .addKeyValue("incident", incident)
                .addKeyValue("route", request.method() + " " + request.endpoint().path)
                .setCause(fault)
                .log("a request failed");
        answer(
                request,
                new Problem(
                        Problem.Code.OUR_FAULT,
                        "an unexpected error, written to the server's log as incident " + incident,
                        "try again; if it stays, tell the operator the incident's name"));
    }

    private static Problem problem(HttpResponseException refusal) {
        return switch (refusal.getStatus()) {
            case 404, 405 ->
                new Problem(Problem.Code.NO_SUCH_PAGE, "nothing is served at this address", "see /api/openapi.yaml");
            case 413 -> new Problem(Problem.Code.TOO_LARGE, "the request is too large", "send less");
            default -> Requests.bad("the request is refused");
        };
    }

    private void answer(Context request, Problem problem) {
        request.status(problem.status())
                .header("Cache-Control", "no-store")
                .contentType(Problem.CONTENT_TYPE)
                .result(json.write(problem.body()));
    }

    private static boolean wantsPage(Context request) {
        return !request.path().startsWith("/api/")
                && Optional.ofNullable(request.header("Accept")).orElse("").contains("text/html");
    }
}
