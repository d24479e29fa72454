package org.hotline.conversation.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hotline.conversation.action.WrittenDown;
import org.hotline.conversation.lookup.BySource;
import org.hotline.conversation.lookup.Lookups;
import org.jdbi.v3.core.Jdbi;

/** The sample shop's tables, so that the sample plans have something to look up. */
public final class SampleShop {
    private static final String BOOK = "/db/migration/V60__actions.sql";

    private SampleShop() {}

    /** The sample shop in a database of its own, in memory, that lasts as long as this program. */
    public static DataSource inMemory(Path script) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:sample-shop-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        load(source, script);
        return source;
    }

    /**
     * What plans look up and do when they are rehearsed: the sample shop in memory, with a book of its own for actions. Services
     * are not asked.
     */
    public static Lookups rehearsed(Path script) {
        DataSource source = inMemory(script);
        try (InputStream book = Objects.requireNonNull(SampleShop.class.getResourceAsStream(BOOK))) {
            String statements = new String(book.readAllBytes(), StandardCharsets.UTF_8);
            Jdbi.create(source)
                    .useHandle(handle -> handle.createScript(statements).execute());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Lookups shop = new BySource(new SqlLookups(source, Duration.ofSeconds(3)), Lookups.NONE);
        return new WrittenDown(shop, new JdbcActionBook(source), InstantSource.system());
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
