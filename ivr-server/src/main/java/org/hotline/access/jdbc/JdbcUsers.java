package org.hotline.access.jdbc;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hotline.access.Role;
import org.hotline.access.User;
import org.hotline.access.Users;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Users in table {@code app_user}. */
public final class JdbcUsers implements Users {
    private static final RowMapper<User> USER = (row, context) -> new User(
            row.getString("name"),
            row.getString("display_name"),
            Role.of(row.getString("role")),
            Optional.ofNullable(row.getString("agent")),
            row.getBoolean("enabled"),
            row.getLong("stamp"));

    private final Jdbi database;

    public JdbcUsers(DataSource database) {
        this.database = Jdbi.create(database);
    }

    @Override
    public Optional<User> find(String name) {
        return database.withHandle(handle -> handle.createQuery("select * from app_user where name = :name")
                .bind("name", name)
                .map(USER)
                .findOne());
    }

    @Override
    public Optional<String> passwordHash(String name) {
        return database.withHandle(handle -> handle.createQuery("select password_hash from app_user where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void save(User user, String passwordHash) {
        database.useTransaction(handle -> {
            handle.execute("delete from app_user where name = ?", user.name());
            handle.execute(
                    """
                    insert into app_user (name, display_name, role, agent, enabled, stamp, password_hash)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """,
                    user.name(),
                    user.displayName(),
                    user.role().word(),
                    user.agent().orElse(null),
                    user.enabled(),
                    user.stamp(),
                    passwordHash);
        });
    }

    @Override
    public void remove(String name) {
        database.useHandle(handle -> handle.execute("delete from app_user where name = ?", name));
    }

    @Override
    public List<User> all() {
        return database.withHandle(handle -> handle.createQuery("select * from app_user order by name")
                .map(USER)
                .list());
    }
}
