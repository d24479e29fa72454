package org.hotline.supervision.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.hotline.access.Staff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the REST interface, the live board and the pages. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final long LARGEST_REQUEST = 64 * 1024L;

    private final WebSettings settings;
    private final Gate gate;
    private final Json json = new Json();
    private final Pages pages = new Pages();
    private final EventsApi events;
    private final ListenApi listening;
    private final List<Route> routes = new ArrayList<>();
    private final Javalin server;

    public WebServer(WebSettings settings, WebPorts ports) {
        this.settings = settings;
        this.gate = new Gate(ports.door().sessions(), settings);
        Audit audit = new Audit(ports.audit(), ports.clock());
        Attendance attendance = new Attendance();
        this.listening = new ListenApi(ports, gate, audit, attendance);
        this.events = new EventsApi(ports, gate, json, attendance::of);
        Staff staff = new Staff(ports.door().users(), ports.door().passwords());
        routes.addAll(new SessionApi(ports, settings, staff, audit).routes());
        routes.addAll(new UsersApi(ports, staff, audit).routes());
        routes.addAll(new AuditApi(ports).routes());
        routes.addAll(events.routes());
        routes.addAll(listening.routes());
        routes.addAll(new SuperviseApi(ports, audit, attendance).routes());
        routes.addAll(new BoardApi(ports, audit, attendance::of).routes());
        routes.addAll(new CallsApi(ports, settings, audit).routes());
        routes.addAll(new ExportsApi(ports, settings, audit).routes());
        routes.addAll(new RecordingApi(ports, audit).routes());
        routes.addAll(new SearchApi(ports).routes());
        Classroom classroom = new Classroom(ports);
        routes.addAll(new TrainingApi(classroom, audit).routes());
        routes.addAll(new TriesApi(classroom, new SentSound(ports.school().recognizer())).routes());
        routes.addAll(new IssuesApi(classroom, audit).routes());
        routes.addAll(new DraftApi(classroom, audit).routes());
        routes.addAll(new VersionsApi(classroom, audit).routes());
        routes.addAll(new OperationsApi(ports).routes());
        this.server = Javalin.create(this::configure);
    }

    /**
     * Begins to serve.
     *
     * @throws UncheckedIOException if the address cannot be listened on; the message names it and what to do
     */
    public void start() {
        try {
            server.start(settings.host(), settings.port());
        } catch (JavalinBindException e) {
            throw new UncheckedIOException(
                    "Cannot serve pages on " + settings.host() + ":" + settings.port()
                            + ": it is in use by another program, or not an address of this machine. Stop that program"
                            + " or choose another with web.port or web.host.",
                    new IOException(e));
        }
        LOG.atInfo()
                .addKeyValue("host", settings.host())
                .addKeyValue("port", port())
                .log("pages are served");
    }

    /** The port listened on. */
    public int port() {
        return server.port();
    }

    /** Ends streams of events, lets running requests finish, frees the port. */
    @Override
    public void close() {
        events.close();
        listening.close();
        server.stop();
    }

    /** Everything that programs can ask for; the contract lists the same. */
    List<Route> routes() {
        return List.copyOf(routes);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jsonMapper(json);
        pages.addTo(config);
        config.routes.before(this::greet);
        config.routes.beforeMatched(gate::check);
        routes.forEach(route -> add(config, route));
        pages.routes().forEach(route -> add(config, route));
        new Refusals(pages, json).addTo(config.routes);
    }

    private static void add(JavalinConfig config, Route route) {
        config.routes.addHttpHandler(route.method(), route.path(), route.handler(), route.admits());
    }

    private void greet(Context request) {
        request.header("Content-Security-Policy", Pages.contentSecurityPolicy("'self'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=(self)");
        if (request.path().startsWith("/api/")) {
            request.header("Cache-Control", "no-store");
        }
        gate.checkHost(request);
    }
}
