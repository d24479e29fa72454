package org.hotline.history.jdbc;

import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.hotline.history.StoreUnavailable;
import org.hotline.history.TalkStories;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Stories that the database has; for who reads beside the store, which knows more in its journal. */
public final class JdbcTalkStories implements TalkStories {
    private final Jdbi database;

    public JdbcTalkStories(DataSource database) {
        this.database = Jdbi.create(database);
    }

    @Override
    public void located(Set<String> dialplans, Instant from, Consumer<Story> reader) {
        try {
            database.useHandle(handle -> LocatedStories.read(handle, dialplans, from, reader));
        } catch (JdbiException refused) {
            throw new StoreUnavailable("the call database cannot be read: " + refused.getMessage(), refused);
        }
    }
}
