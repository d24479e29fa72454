package org.hotline.conversation.jdbc;

import org.hotline.conversation.action.ActionBook;
import org.hotline.conversation.action.BookTable;
import org.hotline.history.jdbc.Postgres;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.postgresql.ds.PGSimpleDataSource;

@Tag("slow")
class PostgresActionBookTest extends ActionBookContract {
    @Override
    ActionBook book() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(Postgres.empty(1).url());
        Jdbi.create(source)
                .useHandle(handle -> handle.createScript(BookTable.statements()).execute());
        return new JdbcActionBook(source);
    }
}
