package org.hotline.supervision.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hotline.access.AuditLog.Action;
import org.hotline.access.Passwords;
import org.hotline.access.Session;
import org.hotline.access.User;

/** Logging in and out, and who am I. */
final class SessionApi {
    private final WebPorts ports;
    private final WebSettings settings;
    private final Audit audit;

    SessionApi(WebPorts ports, WebSettings settings, Audit audit) {
        this.ports = ports;
        this.settings = settings;
        this.audit = audit;
    }

    List<Route> routes() {
        return List.of(
                Route.read("/api/session", Route.EVERYONE, this::show),
                Route.change("/api/session", Route.EVERYONE, this::logIn),
                Route.remove("/api/session", Route.LOGGED_IN, this::logOut));
    }

    private void show(Context request) {
        request.json(view(Gate.session(request)));
    }

    private void logIn(Context request) throws Exception {
        Login login = Requests.body(request, Login.class);
        String name = login.name().strip().toLowerCase(Locale.ROOT);
        if (!ports.door().limit().allows(request.ip(), name)) {
            throw new Problem(
                    Problem.Code.TOO_MANY_LOGINS, "too many attempts in a short time", "wait a minute, then try again");
        }
        Optional<User> user = ports.door().users().find(name);
        if (!isRight(login, name)) {
            audit.write(request, user.map(User::name).orElse("?"), Action.LOGIN_REFUSED, "", "");
            throw new Problem(
                    Problem.Code.WRONG_PASSWORD,
                    "no user has this name and password",
                    "check both; the first administrator's password was printed at the first start");
        }
        ports.door().limit().succeeded(request.ip(), name);
        Gate.session(request).ifPresent(old -> ports.door().sessions().end(old.token()));
        Session session = ports.door().sessions().begin(user.orElseThrow());
        request.cookie(cookie(session.token(), -1));
        audit.write(request, session.user().name(), Action.LOGGED_IN, "", "");
        request.json(view(Optional.of(session)));
    }

    private boolean isRight(Login login, String name) {
        try {
            return ports.door()
                    .passwords()
                    .matches(login.password(), ports.door().users().passwordHash(name));
        } catch (Passwords.Busy busy) {
            throw new Problem(Problem.Code.BUSY, "many people are logging in", "try again in a few seconds");
        }
    }

    private void logOut(Context request) {
        Session session = Gate.required(request);
        ports.door().sessions().end(session.token());
        audit.write(request, Action.LOGGED_OUT, "", "");
        request.cookie(cookie("", 0));
        request.status(HttpStatus.NO_CONTENT);
    }

    private Cookie cookie(String token, int maxAge) {
        Cookie cookie = new Cookie(Gate.COOKIE, token, "/", maxAge, settings.behindTls());
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        return cookie;
    }

    private View view(Optional<Session> session) {
        return new View(
                ports.clock().instant(),
                settings.zone().getId(),
                session.map(open -> Person.of(open.user())),
                session.map(Session::csrf));
    }

    record Login(String name, String password) {}

    record View(Instant at, String zone, Optional<Person> user, Optional<String> csrf) {}

    record Person(String name, String displayName, String role) {
        static Person of(User user) {
            return new Person(user.name(), user.displayName(), user.role().word());
        }
    }
}
