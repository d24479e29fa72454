package org.hotline.access.jdbc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.hotline.access.FirstAdmin;
import org.hotline.access.Passwords;
import org.hotline.access.Role;
import org.hotline.access.Staff;
import org.hotline.access.User;
import org.hotline.access.Users;
import org.hotline.history.jdbc.Database;
import org.hotline.history.jdbc.Postgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two administrators, on two nodes with one PostgreSQL, each take the other's rights at the same moment. */
@Tag("slow")
class TwoAdministratorsTest {
    private static final String WAITING = "select count(*) from pg_stat_activity where wait_event_type = 'Lock'";

    @Test
    void oneOfThemStaysAdministrator() throws Exception {
        try (Database database = Database.open(Postgres.empty(6))) {
            JdbcUsers users = new JdbcUsers(database.dataSource(), database::settle);
            users.save(new User("anna", "Anna", Role.ADMIN), "hash");
            users.save(new User("bert", "Bert", Role.ADMIN), "hash");
            Staff there = new Staff(users, new Passwords());
            CompletableFuture<Boolean> other = new CompletableFuture<>();

            // The first has looked and found the other an administrator; the second begins before anything is changed.
            Runnable meanwhile = () -> {
                Thread.ofPlatform().daemon().start(() -> other.complete(demotes(there, "anna")));
                await().atMost(30, SECONDS).until(() -> other.isDone() || waits(database.dataSource()));
            };
            boolean one = demotes(new Staff(new Slow(users, meanwhile), new Passwords()), "bert");

            assertThat(List.of(one, other.get(30, SECONDS))).containsExactly(true, false);
            assertThat(users.all())
                    .filteredOn(user -> user.role() == Role.ADMIN)
                    .hasSize(1);
        }
    }

    /** The first administrator's password is shown by the node that made them, and by no other. */
    @Test
    void twoNodesThatBeginAtOnceMakeOneFirstAdministrator() throws Exception {
        try (Database database = Database.open(Postgres.empty(6));
                Connection here = database.dataSource().getConnection()) {
            JdbcUsers users = new JdbcUsers(database.dataSource(), database::settle);
            here.setAutoCommit(false);
            here.createStatement().executeUpdate("""
                    insert into app_user (name, display_name, role, enabled, stamp, password_hash)
                    values ('admin', 'Administrator', 'admin', true, 1, 'of this node')
                    """);
            CompletableFuture<Optional<String>> there =
                    CompletableFuture.supplyAsync(() -> FirstAdmin.ensure(users, new Passwords()));
            await().atMost(30, SECONDS).until(() -> there.isDone() || waits(database.dataSource()));
            here.commit();
            here.setAutoCommit(true);

            assertThat(there.get(30, SECONDS)).isEmpty();
            assertThat(users.passwordHash("admin")).contains("of this node");
        }
    }

    private static boolean demotes(Staff staff, String name) {
        try {
            staff.change(name, user -> user.as(Role.AGENT, Optional.empty()));
            return true;
        } catch (Staff.Refused refused) {
            assertThat(refused.reason()).isEqualTo(Staff.Reason.LAST_ADMIN);
            return false;
        }
    }

    private static boolean waits(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet count = connection.createStatement().executeQuery(WAITING)) {
            return count.next() && count.getInt(1) > 0;
        }
    }

    /** Users between whose reading and writing something happens. */
    private record Slow(Users users, Runnable meanwhile) implements Users {
        @Override
        public List<User> all() {
            List<User> all = users.all();
            meanwhile.run();
            return all;
        }

        @Override
        public <T, X extends Exception> T alone(Deed<T, X> deed) throws X {
            return users.alone(present -> deed.with(new Slow(present, meanwhile)));
        }

        @Override
        public Optional<User> find(String name) {
            return users.find(name);
        }

        @Override
        public Optional<String> passwordHash(String name) {
            return users.passwordHash(name);
        }

        @Override
        public void save(User user, String passwordHash) {
            users.save(user, passwordHash);
        }

        @Override
        public boolean addFirst(User user, String passwordHash) {
            return users.addFirst(user, passwordHash);
        }

        @Override
        public void remove(String name) {
            users.remove(name);
        }
    }
}
