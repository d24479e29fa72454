package org.hotline.access.jdbc;

import java.util.List;
import java.util.Optional;
import org.hotline.access.Role;
import org.hotline.access.User;
import org.hotline.access.Users;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The rows of {@code app_user} in one transaction. */
record UserRows(Handle handle) implements Users {
    private static final RowMapper<User> USER = (row, context) -> new User(
            row.getString("name"),
            row.getString("display_name"),
            Role.of(row.getString("role")),
            Optional.ofNullable(row.getString("agent")),
            row.getBoolean("enabled"),
            row.getLong("stamp"));

    @Override
    public Optional<User> find(String name) {
        return handle.createQuery("select * from app_user where name = :name")
                .bind("name", name)
                .map(USER)
                .findOne();
    }

    @Override
    public Optional<String> passwordHash(String name) {
        return handle.createQuery("select password_hash from app_user where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    /** A known user's row stays the same one, so that whoever waits for it in {@link #alone} waits on. */
    @Override
    public void save(User user, String passwordHash) {
        if (write("""
                update app_user set display_name = :shown, role = :role, agent = :agent, enabled = :enabled, stamp = :stamp,
                    password_hash = :hash
                where name = :name
                """, user, passwordHash) == 0) {
            insert(user, passwordHash);
        }
    }

    /** Who comes second waits for the first one's row, and is refused by the database if that is of the same name. */
    @Override
    public boolean addFirst(User user, String passwordHash) {
        if (!all().isEmpty()) {
            return false;
        }
        insert(user, passwordHash);
        return true;
    }

    private void insert(User user, String passwordHash) {
        write("""
                insert into app_user (name, display_name, role, agent, enabled, stamp, password_hash)
                values (:name, :shown, :role, :agent, :enabled, :stamp, :hash)
                """, user, passwordHash);
    }

    private int write(String sql, User user, String passwordHash) {
        return handle.createUpdate(sql)
                .bind("name", user.name())
                .bind("shown", user.displayName())
                .bind("role", user.role().word())
                .bind("agent", user.agent())
                .bind("enabled", user.enabled())
                .bind("stamp", user.stamp())
                .bind("hash", passwordHash)
                .execute();
    }

    @Override
    public void remove(String name) {
        handle.execute("delete from app_user where name = ?", name);
    }

    @Override
    public List<User> all() {
        return handle.createQuery("select * from app_user order by name")
                .map(USER)
                .list();
    }

    /** Locks every row until the transaction is over; always in the same order, so that no two wait for one another. */
    @Override
    public <T, X extends Exception> T alone(Deed<T, X> deed) throws X {
        handle.createQuery("select name from app_user order by name for update")
                .mapTo(String.class)
                .list();
        return deed.with(this);
    }
}
