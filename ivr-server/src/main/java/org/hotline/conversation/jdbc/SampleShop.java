package org.hotline.conversation.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;

/** The sample shop's tables, so that the sample plans have something to look up. */
public final class SampleShop {
    private SampleShop() {}

    /** The sample shop in a database of its own, in memory, that lasts as long as this program. */
    public static DataSource inMemory(Path script) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:sample-shop-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        load(source, script);
        return source;
    }

    /**
     * Makes the tables if they are not there and fills them anew, in one transaction. For sample data only: what the
     * script's tables held is gone afterwards.
     *
     * @param script the statements, separated by semicolons
     * @throws UncheckedIOException if the script cannot be read
     * @throws org.jdbi.v3.core.JdbiException if a statement fails; nothing is changed then
     */
    public static void load(DataSource source, Path script) {
        try {
            String statements = Files.readString(script);
            Jdbi.create(source)
                    .useTransaction(handle -> handle.createScript(statements).execute());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + script, unreadable);
        }
    }
}
