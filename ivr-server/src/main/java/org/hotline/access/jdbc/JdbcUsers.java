package org.hotline.access.jdbc;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hotline.access.AccessUnavailable;
import org.hotline.access.User;
import org.hotline.access.Users;

/** Users in table {@code app_user}. Throws {@link AccessUnavailable} while the database is away. */
public final class JdbcUsers implements Users {
    private final AccessTables tables;

    /** @param settle makes what was committed durable */
    public JdbcUsers(DataSource database, Runnable settle) {
        this.tables = new AccessTables(database, settle);
    }

    @Override
    public Optional<User> find(String name) {
        return tables.read(handle -> new UserRows(handle).find(name));
    }

    @Override
    public Optional<String> passwordHash(String name) {
        return tables.read(handle -> new UserRows(handle).passwordHash(name));
    }

    @Override
    public void save(User user, String passwordHash) {
        tables.write(handle -> {
            new UserRows(handle).save(user, passwordHash);
            return user;
        });
    }

    /** Refused by the database and yet somebody there: another node came first. */
    @Override
    public boolean addFirst(User user, String passwordHash) {
        try {
            return tables.write(handle -> new UserRows(handle).addFirst(user, passwordHash));
        } catch (AccessUnavailable refused) {
            if (all().isEmpty()) {
                throw refused;
            }
            return false;
        }
    }

    @Override
    public void remove(String name) {
        tables.write(handle -> {
            new UserRows(handle).remove(name);
            return name;
        });
    }

    @Override
    public List<User> all() {
        return tables.read(handle -> new UserRows(handle).all());
    }

    @Override
    public <T, X extends Exception> T alone(Deed<T, X> deed) throws X {
        return tables.write(handle -> new UserRows(handle).alone(deed));
    }
}
