package org.hotline.conversation.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.lookup.Source;
import org.hotline.speech.Piece;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers queries with SQL: read-only transactions, at most one row, and an end to waiting; changes are one statement in a
 * transaction of their own. Whatever goes wrong with the database is {@link Lookups.Result.Unavailable}, never an exception
 * in a call; a change that may have been made is {@link Lookups.Result.InDoubt}. Any thread.
 */
public final class SqlLookups implements Lookups {
    private static final Logger LOG = LoggerFactory.getLogger(SqlLookups.class);

    /** Classes of SQLSTATE: data, constraints, syntax and names. */
    private static final Set<String> REFUSED = Set.of("22", "23", "42");

    private final Jdbi jdbi;
    private final Duration patience;

    /**
     * @param source the business's tables; its own limit for getting a connection counts as well
     * @param patience how long a statement may take, in whole seconds
     */
    public SqlLookups(DataSource source, Duration patience) {
        this.jdbi = Jdbi.create(source);
        this.patience = patience;
    }

    @Override
    public Result look(Query query, Map<String, Piece> arguments) {
        String statement = statement(query);
        return switch (query.does()) {
            case Query.Does.Read ignored -> read(query, statement, arguments);
            case Query.Does.Change ignored -> change(query, statement, arguments);
        };
    }

    private static String statement(Query query) {
        return switch (query.source()) {
            case Source.Sql sql -> sql.statement();
            case Source.Http ignored -> throw new IllegalArgumentException(query.name() + " is no SQL");
        };
    }

    private Result read(Query query, String statement, Map<String, Piece> arguments) {
        try {
            return jdbi.inTransaction(handle -> read(handle, query, statement, arguments));
        } catch (JdbiException | SQLException down) {
            complain(query, down);
            return new Result.Unavailable();
        }
    }

    /** Whatever goes wrong from the statement on may have gone wrong after the commit, unless it was refused as it is. */
    private Result change(Query query, String statement, Map<String, Piece> arguments) {
        boolean[] begun = {false};
        try {
            return jdbi.inTransaction(handle -> {
                begun[0] = true;
                int rows = prepared(handle.createUpdate(statement), arguments).execute();
                return rows > 0 ? new Result.Found(Query.DONE, Map.of()) : new Result.Unknown();
            });
        } catch (JdbiException down) {
            if (UniqueKey.isTaken(down)) {
                return new Result.Unknown();
            }
            complain(query, down);
            return begun[0] && !isRefused(down) ? new Result.InDoubt() : new Result.Unavailable();
        }
    }

    private static void complain(Query query, Exception down) {
        LOG.atWarn()
                .addKeyValue("lookup", query.name())
                .addKeyValue("reason", down.getClass().getSimpleName())
                .log("A lookup could not be answered");
    }

    private Result read(Handle handle, Query query, String statement, Map<String, Piece> arguments)
            throws SQLException {
        handle.setReadOnly(true);
        List<Result> rows = prepared(handle.createQuery(statement), arguments)
                .setMaxRows(1)
                .map((row, context) -> found(query, row))
                .list();
        return rows.isEmpty() ? new Result.Unknown() : rows.getFirst();
    }

    private <S extends SqlStatement<S>> S prepared(S statement, Map<String, Piece> arguments) {
        statement.setQueryTimeout(Math.toIntExact(patience.toSeconds()));
        arguments.forEach((parameter, value) -> statement.bind(parameter, bound(value)));
        return statement;
    }

    /** Refused for what was asked, not for the state of the line or the server: surely rolled back. */
    private static boolean isRefused(Throwable down) {
        for (Throwable cause = down; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return REFUSED.contains(sql.getSQLState().substring(0, 2));
            }
        }
        return false;
    }

    private static Object bound(Piece value) {
        return switch (value) {
            case Piece.Text text -> text.text();
            case Piece.Digits digits -> digits.digits();
            case Piece.Count count -> count.value();
            case Piece.Amount amount -> amount.minor();
            case Piece.Date date -> date.date();
        };
    }

    private static Result found(Query query, ResultSet row) throws SQLException {
        Map<String, Piece> values = new LinkedHashMap<>();
        for (var column : query.values().entrySet()) {
            value(column.getValue(), row).ifPresent(value -> values.put(column.getKey(), value));
        }
        Optional<String> column = query.outcome();
        String outcome = column.isPresent() ? row.getString(column.get()) : Query.FOUND;
        return new Result.Found(outcome == null ? "" : outcome.strip(), values);
    }

    private static Optional<Piece> value(Query.Column column, ResultSet row) throws SQLException {
        return switch (column) {
            case Query.Column.Digits digits ->
                Optional.ofNullable(row.getString(digits.column())).map(Piece.Digits::new);
            case Query.Column.Count count -> {
                long value = row.getLong(count.column());
                yield row.wasNull() ? Optional.empty() : Optional.of(new Piece.Count(value));
            }
            case Query.Column.Amount amount -> {
                long minor = row.getLong(amount.column());
                yield row.wasNull() ? Optional.empty() : Optional.of(new Piece.Amount(minor, amount.currency()));
            }
            case Query.Column.Date date ->
                Optional.ofNullable(row.getObject(date.column(), LocalDate.class))
                        .map(Piece.Date::new);
            case Query.Column.Text text ->
                Optional.ofNullable(row.getString(text.column())).map(Piece.Text::new);
            case Query.Column.Names names ->
                Optional.ofNullable(row.getString(names.column())).map(Piece.Text::new);
        };
    }
}
