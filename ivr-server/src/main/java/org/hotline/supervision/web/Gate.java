package org.hotline.supervision.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hotline.access.Session;
import org.hotline.access.Sessions;

/**
 * Stands before every route: the host name is ours (DNS rebinding), the session is open, its role is admitted, and a
 * change was asked for by our own pages (CSRF).
 */
final class Gate {
    static final String COOKIE = "hotline-session";
    static final String CSRF_HEADER = "X-CSRF-Token";
    private static final String SESSION = "session";

    private final Sessions sessions;
    private final Set<String> hosts;

    Gate(Sessions sessions, WebSettings settings) {
        this.sessions = sessions;
        this.hosts = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
        hosts.add(settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host());
        settings.names().forEach(name -> hosts.add(name.toLowerCase(Locale.ROOT)));
    }

    /** A browser that was led here under a foreign name (DNS rebinding) is turned away, whatever it asks for. */
    void checkHost(Context request) {
        String host = Optional.ofNullable(request.host()).orElse("").toLowerCase(Locale.ROOT);
        if (!hosts.contains(host.replaceFirst(":\\d+$", ""))) {
            throw new Problem(
                    Problem.Code.WRONG_HOST,
                    "this server does not answer to that host name",
                    "use a name listed under web.names, or add this one there");
        }
    }

    /** Only who is admitted goes on to a matched route; a route that says nothing admits nobody. */
    void check(Context request) {
        for (var role : request.routeRoles()) {
            if (role instanceof Route.Admits admits) {
                check(request, admits);
                return;
            }
        }
        throw notPermitted();
    }

    private void check(Context request, Route.Admits admits) {
        Optional<Session> session = find(request);
        session.ifPresent(open -> request.attribute(SESSION, open));
        if (admits.everyone()) {
            return;
        }
        Session open = session.orElseThrow(
                () -> new Problem(Problem.Code.NOT_LOGGED_IN, "there is no open session", "log in, then try again"));
        if (!admits.roles().contains(open.user().role())) {
            throw notPermitted();
        }
        if (!request.method().equals(HandlerType.GET) && !isOurs(request, open)) {
            throw new Problem(
                    Problem.Code.STALE_PAGE, "the request does not carry the session's csrf value", "reload the page");
        }
    }

    static Problem notPermitted() {
        return new Problem(
                Problem.Code.NOT_PERMITTED,
                "this user's role does not permit it",
                "ask an administrator for another role");
    }

    private Optional<Session> find(Context request) {
        return Optional.ofNullable(request.cookie(COOKIE)).flatMap(sessions::find);
    }

    /** True while the session of this request has not ended. */
    boolean isStillOpen(Session session) {
        return sessions.find(session.token()).isPresent();
    }

    private static boolean isOurs(Context request, Session session) {
        String sent = Optional.ofNullable(request.header(CSRF_HEADER)).orElse("");
        return MessageDigest.isEqual(
                sent.getBytes(StandardCharsets.UTF_8), session.csrf().getBytes(StandardCharsets.UTF_8));
    }

    /** The session that {@link #check} found; there is one on every route that does not admit everyone. */
    static Optional<Session> session(Context request) {
        return Optional.ofNullable(request.attribute(SESSION));
    }

    static Session required(Context request) {
        return session(request).orElseThrow(() -> new IllegalStateException("the gate lets nobody in without one"));
    }
}
