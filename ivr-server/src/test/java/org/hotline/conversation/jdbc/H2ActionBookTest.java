package org.hotline.conversation.jdbc;

import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.hotline.conversation.action.ActionBook;
import org.hotline.conversation.action.BookTable;
import org.jdbi.v3.core.Jdbi;

class H2ActionBookTest extends ActionBookContract {
    @Override
    ActionBook book() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Jdbi.create(source)
                .useHandle(handle -> handle.createScript(BookTable.statements()).execute());
        return new JdbcActionBook(source);
    }
}
