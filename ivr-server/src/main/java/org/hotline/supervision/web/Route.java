package org.hotline.supervision.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.security.RouteRole;
import java.util.EnumSet;
import java.util.Set;
import org.hotline.access.Role;

/**
 * One thing one can ask of the server.
 *
 * @param path with parameters in braces, as in the contract
 */
record Route(HandlerType method, String path, Admits admits, Handler handler) {
    static final Admits EVERYONE = new Admits(Set.of(), true);
    static final Admits LOGGED_IN = new Admits(EnumSet.allOf(Role.class), false);
    static final Admits LISTENERS = new Admits(EnumSet.of(Role.ADMIN, Role.SUPERVISOR, Role.QUALITY), false);
    static final Admits TRAINERS = LISTENERS;
    static final Admits SUPERVISORS = new Admits(EnumSet.of(Role.ADMIN, Role.SUPERVISOR), false);

    static final Admits ADMINS = new Admits(EnumSet.of(Role.ADMIN), false);

    static Route read(String path, Admits admits, Handler handler) {
        return new Route(HandlerType.GET, path, admits, handler);
    }

    static Route change(String path, Admits admits, Handler handler) {
        return new Route(HandlerType.POST, path, admits, handler);
    }

    static Route remove(String path, Admits admits, Handler handler) {
        return new Route(HandlerType.DELETE, path, admits, handler);
    }

    /**
     * Who may.
     *
     * @param everyone even without logging in
     */
    record Admits(Set<Role> roles, boolean everyone) implements RouteRole {}
}
