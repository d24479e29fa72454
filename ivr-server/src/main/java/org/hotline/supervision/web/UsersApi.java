package org.hotline.supervision.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hotline.access.AuditLog.Action;
import org.hotline.access.Role;
import org.hotline.access.Staff;
import org.hotline.access.User;

/** Who may log in: administrators add, change, shut out, and give passwords. Whoever is changed is logged out. */
final class UsersApi {
    private final WebPorts ports;
    private final Staff staff;
    private final Audit audit;

    UsersApi(WebPorts ports, Staff staff, Audit audit) {
        this.ports = ports;
        this.staff = staff;
        this.audit = audit;
    }

    List<Route> routes() {
        return List.of(
                Route.read("/api/users", Route.ADMINS, this::list),
                Route.change("/api/users", Route.ADMINS, this::add),
                Route.change("/api/users/{name}", Route.ADMINS, this::change),
                Route.change("/api/users/{name}/password", Route.ADMINS, this::setPassword),
                Route.remove("/api/users/{name}", Route.ADMINS, this::remove));
    }

    private void list(Context request) {
        request.json(
                new All(ports.door().users().all().stream().map(Somebody::of).toList()));
    }

    private void add(Context request) {
        NewUser wanted = Requests.body(request, NewUser.class);
        String password =
                wanted.password().orElseGet(() -> ports.door().passwords().generate());
        User added = Answers.of(() -> staff.add(
                new User(
                                wanted.name().strip().toLowerCase(Locale.ROOT),
                                wanted.displayName().strip(),
                                role(wanted.role()))
                        .as(role(wanted.role()), agent(wanted.agent())),
                password));
        audit.write(request, Action.ADDED_USER, added.name(), told(added));
        request.status(HttpStatus.CREATED).json(told(wanted.password(), password));
    }

    private void change(Context request) {
        String name = request.pathParam("name");
        Change wanted = Requests.body(request, Change.class);
        User changed = Answers.of(() -> staff.change(name, user -> wanted.of(user)));
        ports.door().sessions().endAllOf(name);
        audit.write(request, Action.CHANGED_USER, name, told(changed));
        request.json(Somebody.of(changed));
    }

    private void setPassword(Context request) {
        String name = request.pathParam("name");
        Optional<String> wanted = Requests.body(request, NewPassword.class).password();
        String password = wanted.orElseGet(() -> ports.door().passwords().generate());
        Answers.of(() -> staff.setPassword(name, password));
        ports.door().sessions().endAllOf(name);
        audit.write(request, Action.SET_PASSWORD, name, "");
        request.json(told(wanted, password));
    }

    private void remove(Context request) {
        String name = request.pathParam("name");
        Answers.of(() -> {
            staff.remove(name);
            return name;
        });
        ports.door().sessions().endAllOf(name);
        audit.write(request, Action.REMOVED_USER, name, "");
        request.status(HttpStatus.NO_CONTENT);
    }

    /** A password that the server made is told, this once; one that was given is known already. */
    private static Map<String, String> told(Optional<String> given, String password) {
        return given.isPresent() ? Map.of() : Map.of("password", password);
    }

    private static String told(User user) {
        return user.role().word()
                + user.agent().map(agent -> ", agent " + agent).orElse("")
                + (user.enabled() ? "" : ", shut out");
    }

    private static Role role(String word) {
        try {
            return Role.of(word);
        } catch (IllegalArgumentException unknown) {
            throw Requests.bad("role must be one of admin, supervisor, quality, agent");
        }
    }

    private static Optional<String> agent(Optional<String> name) {
        return name.map(String::strip).filter(text -> !text.isEmpty());
    }

    record All(List<Somebody> users) {}

    record Somebody(String name, String displayName, String role, Optional<String> agent, boolean enabled) {
        static Somebody of(User user) {
            return new Somebody(user.name(), user.displayName(), user.role().word(), user.agent(), user.enabled());
        }
    }

    record NewUser(String name, String displayName, String role, Optional<String> agent, Optional<String> password) {}

    record NewPassword(Optional<String> password) {}

    /** What is absent stays as it is; an empty agent is nobody. */
    record Change(
            Optional<String> displayName, Optional<String> role, Optional<String> agent, Optional<Boolean> enabled) {
        User of(User user) {
            return user.shownAs(displayName.map(String::strip).orElse(user.displayName()))
                    .as(
                            role.map(UsersApi::role).orElse(user.role()),
                            agent.isPresent() ? UsersApi.agent(agent) : user.agent())
                    .enabled(enabled.orElse(user.enabled()));
        }
    }
}
