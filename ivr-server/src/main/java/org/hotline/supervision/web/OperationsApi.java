package org.hotline.supervision.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hotline.access.Role;

/** For operators and their tools: health, metrics, the contract itself. */
final class OperationsApi {
    private static final String SPECIFICATION = "/openapi.yaml";

    private final WebPorts ports;
    private final BoardMeters meters;

    OperationsApi(WebPorts ports) {
        this.ports = ports;
        this.meters = new BoardMeters(ports.metrics(), ports.clock());
    }

    List<Route> routes() {
        return List.of(
                Route.read("/health", Route.EVERYONE, this::health),
                Route.read("/metrics", Route.EVERYONE, this::metrics),
                Route.read("/api/openapi.yaml", Route.LOGGED_IN, OperationsApi::specification));
    }

    private void health(Context request) {
        List<Part> parts = ports.vitals().stream()
                .map(vital -> {
                    Optional<String> complaint = vital.complaint().get();
                    return new Part(vital.name(), complaint.isEmpty(), complaint);
                })
                .toList();
        boolean up = parts.stream().allMatch(Part::up);
        request.status(up ? 200 : 503).json(new Health(up ? "up" : "degraded", parts));
    }

    /** Numbers of the whole house: for tools on the same machine, and for administrators. */
    private void metrics(Context request) throws IOException {
        boolean near = InetAddress.getByName(request.ip()).isLoopbackAddress();
        boolean admin = Gate.session(request)
                .filter(session -> session.user().role() == Role.ADMIN)
                .isPresent();
        if (!near && !admin) {
            throw Gate.notPermitted();
        }
        meters.update(ports.board().now());
        request.contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(ports.metrics().scrape());
    }

    private static void specification(Context request) throws IOException {
        try (InputStream text = OperationsApi.class.getResourceAsStream(SPECIFICATION)) {
            if (text == null) {
                throw new IllegalStateException("the specification is missing in the jar");
            }
            request.contentType("application/yaml").result(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    record Health(String status, List<Part> parts) {}

    record Part(String name, boolean up, Optional<String> complaint) {}
}
