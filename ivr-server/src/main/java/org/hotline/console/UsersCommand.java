package org.hotline.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hotline.access.AccessUnavailable;
import org.hotline.access.AuditLog;
import org.hotline.access.AuditLog.Action;
import org.hotline.access.Passwords;
import org.hotline.access.Role;
import org.hotline.access.Staff;
import org.hotline.access.User;
import org.hotline.access.jdbc.JdbcAuditLog;
import org.hotline.access.jdbc.JdbcUsers;
import org.hotline.history.StoreUnavailable;
import org.hotline.history.jdbc.Database;
import org.hotline.history.jdbc.DatabaseSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * {@code hotline users}: who may use the pages. Works on the server's database: on the embedded one while the server is
 * stopped, on PostgreSQL at any time (a running server notices within seconds).
 */
@Command(
        name = "users",
        mixinStandardHelpOptions = true,
        description = "Who may use the pages: list, add, role, password, disable, enable, remove.")
public final class UsersCommand implements Callable<Integer> {
    /** What H2 says when another process has the file open (its error DATABASE_ALREADY_OPEN_1). */
    private static final int IN_USE = 90_020;

    private static final String HERE = "console";

    private final Configured configured;
    private final Reader input;
    private final Passwords passwords = new Passwords();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Settings (default: ${DEFAULT-VALUE}).")
    private Path config = Path.of("hotline.yaml");

    /**
     * Where the users are.
     *
     * @param page where they can be changed while the server runs
     */
    public record Place(DatabaseSettings database, String page) {}

    /** Reads the configuration. */
    public interface Configured {
        /** @throws IOException if it cannot be read; the message says where and why */
        Place by(Path config) throws IOException;
    }

    /** @param input where passwords are read from with {@code --password-stdin} */
    public UsersCommand(Configured configured, Reader input) {
        this.configured = configured;
        this.input = input;
    }

    @Override
    public Integer call() {
        return list();
    }

    @Command(name = "list", description = "Shows everyone who may log in.")
    int list() {
        return with(desk -> {
            out().printf("%-20s %-12s %-16s %-10s %s%n", "user", "role", "agent", "", "name");
            for (User user : desk.users().all()) {
                out().printf(
                                "%-20s %-12s %-16s %-10s %s%n",
                                user.name(),
                                user.role().word(),
                                user.agent().orElse("-"),
                                user.enabled() ? "" : "disabled",
                                user.displayName());
            }
        });
    }

    @Command(name = "add", description = "Lets somebody new in; the password is made and shown once.")
    int add(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--role", required = true, description = "admin, supervisor, quality or agent.")
                    String role,
            @Option(names = "--display", description = "The name people read (default: the login name).")
                    Optional<String> display,
            @Option(names = "--agent", description = "Which agent this is (default for agents: the login name).")
                    Optional<String> agent,
            @Option(names = "--password-stdin", description = "Take the password from standard input.") boolean read) {
        return with(desk -> {
            User user = new User(name, display.orElse(name), role(role));
            String password = password(read);
            User added = desk.staff().add(user.as(user.role(), agent.or(user::agent)), password);
            desk.write(Action.ADDED_USER, added.name(), added.role().word());
            tell(name + " may log in now", read, password);
        });
    }

    @Command(name = "role", description = "Changes what a user is here for.")
    int role(
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "ROLE", description = "admin, supervisor, quality or agent.") String role,
            @Option(names = "--agent", description = "Which agent this is.") Optional<String> agent) {
        return change(name, user -> {
            Optional<String> usual = role(role) == Role.AGENT ? user.agent().or(() -> Optional.of(name)) : user.agent();
            return user.as(role(role), agent.or(() -> usual));
        });
    }

    @Command(name = "disable", description = "Lets a user in no more until enabled again.")
    int disable(@Parameters(paramLabel = "NAME") String name) {
        return change(name, user -> user.enabled(false));
    }

    @Command(name = "enable", description = "Lets a disabled user in again.")
    int enable(@Parameters(paramLabel = "NAME") String name) {
        return change(name, user -> user.enabled(true));
    }

    @Command(name = "password", description = "Gives a user another password; it is made and shown once.")
    int password(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--password-stdin", description = "Take the password from standard input.") boolean read) {
        return with(desk -> {
            String password = password(read);
            desk.staff().setPassword(name, password);
            desk.write(Action.SET_PASSWORD, name, "");
            tell(name + " has another password", read, password);
        });
    }

    @Command(name = "remove", description = "Removes a user for good.")
    int remove(@Parameters(paramLabel = "NAME") String name) {
        return with(desk -> {
            desk.staff().remove(name);
            desk.write(Action.REMOVED_USER, name, "");
            out().println(name + " is removed");
        });
    }

    private int change(String name, java.util.function.UnaryOperator<User> change) {
        return with(desk -> {
            User changed = desk.staff().change(name, change);
            String state = changed.role().word() + (changed.enabled() ? "" : ", disabled");
            desk.write(Action.CHANGED_USER, name, state);
            out().println(name + " is " + state + " now");
        });
    }

    private static Role role(String word) {
        try {
            return Role.of(word);
        } catch (IllegalArgumentException unknown) {
            List<String> known = Arrays.stream(Role.values()).map(Role::word).toList();
            throw new IllegalArgumentException(
                    "there is no role \"" + word + "\": write one of " + String.join(", ", known), unknown);
        }
    }

    private String password(boolean read) throws IOException {
        return read ? Optional.ofNullable(new BufferedReader(input).readLine()).orElse("") : passwords.generate();
    }

    private void tell(String what, boolean given, String password) {
        out().println(given ? what : what + ": password " + password + "   (shown once)");
    }

    /** What is done with the users, the log at hand. */
    private interface Deed {
        void with(Desk desk) throws IOException, Staff.Refused, Passwords.Busy;
    }

    private record Desk(JdbcUsers users, Staff staff, JdbcAuditLog log) {
        void write(Action action, String user, String detail) {
            log.add(new AuditLog.Entry(Instant.now(), HERE, HERE, action, user, detail));
        }
    }

    private int with(Deed deed) {
        try {
            Place place = configured.by(config);
            try (Database database = Database.open(place.database())) {
                JdbcUsers users = new JdbcUsers(database.dataSource(), database::settle);
                JdbcAuditLog log = new JdbcAuditLog(database.dataSource(), database::settle);
                deed.with(new Desk(users, new Staff(users, passwords), log));
                return 0;
            } catch (StoreUnavailable | AccessUnavailable away) {
                return refuse(String.valueOf(isInUse(away) ? inUse(place) : away.getMessage()));
            }
        } catch (IOException | Staff.Refused | Passwords.Busy | IllegalArgumentException no) {
            return refuse(String.valueOf(no.getMessage()));
        } finally {
            out().flush();
        }
    }

    private static String inUse(Place place) {
        return "the server is running and has the database to itself: change users at " + place.page()
                + " instead, or stop the server first";
    }

    private static boolean isInUse(Throwable away) {
        for (Throwable cause = away; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException told && told.getErrorCode() == IN_USE) {
                return true;
            }
        }
        return false;
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println(why);
        return 1;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
