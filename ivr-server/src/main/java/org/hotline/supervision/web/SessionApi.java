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
import org.hotline.access.Staff;
import org.hotline.access.User;

/** Logging in and out, the own password, and who am I. */
final class SessionApi {
    private final WebPorts ports;
    private final WebSettings settings;
    private final Staff staff;
    private final Audit audit;

    SessionApi(WebPorts ports, WebSettings settings, Staff staff, Audit audit) {
        this.ports = ports;
        this.staff = staff;
        this.settings = settings;
        this.audit = audit;
    }

    List<Route> routes() {
        return List.of(
                Route.read("/api/session", Route.EVERYONE, this::show),
                Route.change("/api/session", Route.EVERYONE, this::logIn),
                Route.change("/api/session/password", Route.LOGGED_IN, this::changePassword),
                Route.remove("/api/session", Route.LOGGED_IN, this::logOut));
    }

    private void show(Context request) {
        request.json(view(Gate.session(request)));
    }

    private void logIn(Context request) throws Exception {
        Login login = Requests.body(request, Login.class);
        String name = login.name().strip().toLowerCase(Locale.ROOT);
        checkLimit(request, name);
        Optional<User> user = ports.door().users().find(name);
        if (!isRight(login, name)) {
            audit.write(request, user.map(User::name).orElse("?"), Action.LOGIN_REFUSED, "", "");
            throw new Problem(
                    Problem.Code.WRONG_PASSWORD,
                    "no user has this name and password",
                    "check both; the first administrator's password was printed at the first start");
        }
        ports.door().limit().succeeded(request.ip(), name);
        if (!user.orElseThrow().enabled()) {
            audit.write(request, name, Action.LOGIN_REFUSED, "", "shut out");
            throw new Problem(
                    Problem.Code.SHUT_OUT, "this user may not log in just now", "ask an administrator to allow it");
        }
        Gate.session(request).ifPresent(old -> ports.door().sessions().end(old.token()));
        Session session = ports.door().sessions().begin(user.orElseThrow());
        request.cookie(cookie(session.token(), -1));
        audit.write(request, session.user().name(), Action.LOGGED_IN, "", "");
        request.json(view(Optional.of(session)));
    }

    private void checkLimit(Context request, String name) {
        if (!ports.door().limit().allows(request.ip(), name)) {
            throw new Problem(
                    Problem.Code.TOO_MANY_LOGINS, "too many attempts in a short time", "wait a minute, then try again");
        }
    }

    private boolean isRight(Login login, String name) {
        try {
            return ports.door()
                    .passwords()
                    .matches(login.password(), ports.door().users().passwordHash(name));
        } catch (Passwords.Busy busy) {
            throw Answers.busy();
        }
    }

    /** The old password is asked for, and guesses are counted like those of logins: a session may be left open. */
    private void changePassword(Context request) {
        Session session = Gate.required(request);
        String name = session.user().name();
        PasswordChange change = Requests.body(request, PasswordChange.class);
        checkLimit(request, name);
        User changed = Answers.of(() -> staff.changePassword(name, change.old(), change.password()));
        ports.door().limit().succeeded(request.ip(), name);
        ports.door().sessions().endOthersOf(session, changed);
        audit.write(request, Action.CHANGED_OWN_PASSWORD, name, "");
        request.status(HttpStatus.NO_CONTENT);
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

    record PasswordChange(String old, String password) {}

    record Person(String name, String displayName, String role, Optional<String> agent) {
        static Person of(User user) {
            return new Person(user.name(), user.displayName(), user.role().word(), user.agent());
        }
    }
}
