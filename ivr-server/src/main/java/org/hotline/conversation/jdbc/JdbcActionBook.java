package org.hotline.conversation.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hotline.conversation.action.Action;
import org.hotline.conversation.action.ActionBook;
import org.hotline.conversation.lookup.Query;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The book of actions in the table {@code actions} ({@code V60__actions.sql}). H2 and PostgreSQL; any thread, any node. */
public final class JdbcActionBook implements ActionBook {
    private static final String IN_DOUBT = "in-doubt";
    private static final String DONE = "done";
    private static final String NOT_DONE = "not-done";
    private static final String FOR_A_PERSON = "for-a-person";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);

    private final Jdbi jdbi;

    public JdbcActionBook(DataSource source) {
        this.jdbi = Jdbi.create(source);
    }

    @Override
    public Entry intend(Action action, Query.Does.Change change) {
        for (int tries = 1; ; tries++) {
            try {
                return jdbi.inTransaction(handle -> entry(handle, action, change));
            } catch (JdbiException refused) {
                if (tries == 2 || !UniqueKey.isTaken(refused)) {
                    throw new Closed("an intention cannot be written down", refused);
                }
            }
        }
    }

    /** Two at once: one of them writes, the other's insert is refused and it reads what the first wrote. */
    private static Entry entry(Handle handle, Action action, Query.Does.Change change) {
        change.payment().ifPresent(ignored -> takeTurn(handle, action.query()));
        Optional<Written> before = handle.createQuery("select * from actions where thing = :thing for update")
                .bind("thing", action.thing())
                .map((row, context) -> new Written(row.getString("state"), action(row)))
                .findFirst();
        if (before.isPresent() && !before.get().state().equals(NOT_DONE)) {
            return switch (before.get().state()) {
                case DONE -> new Entry.DoneBefore();
                case IN_DOUBT -> new Entry.InDoubt(before.get().action());
                default -> new Entry.WithAPerson();
            };
        }
        if (change.payment()
                .flatMap(caps -> action.paid().map(paid -> isOver(handle, action, caps, paid)))
                .orElse(false)) {
            return new Entry.OverCap();
        }
        before.ifPresent(ignored -> handle.createUpdate("delete from actions where thing = :thing")
                .bind("thing", action.thing())
                .execute());
        insert(handle, action);
        return new Entry.Fresh();
    }

    private record Written(String state, Action action) {}

    private static void takeTurn(Handle handle, String query) {
        Optional<String> turn = handle.createQuery("select query from action_turn where query = :query for update")
                .bind("query", query)
                .mapTo(String.class)
                .findFirst();
        if (turn.isEmpty()) {
            handle.createUpdate("insert into action_turn (query) values (:query)")
                    .bind("query", query)
                    .execute();
        }
    }

    private static boolean isOver(Handle handle, Action action, Query.Does.Payment caps, Action.Paid paid) {
        Instant now = action.intendedAt();
        return paid.minor() < 0
                || paid(handle, action, now.minus(MONTH), Optional.of(paid.customer())) + paid.minor() > caps.toOne()
                || paid(handle, action, now.minus(DAY), Optional.empty()) + paid.minor() > caps.aDay()
                || paid(handle, action, now.minus(MONTH), Optional.empty()) + paid.minor() > caps.inTotal();
    }

    /** What is in doubt, or with a person, counts as paid. */
    private static long paid(Handle handle, Action action, Instant since, Optional<String> customer) {
        return handle.createQuery("select coalesce(sum(minor), 0) from actions where query = :query and state <> '"
                        + NOT_DONE + "' and intended_at >= :since and (:customer = '' or customer = :customer)")
                .bind("query", action.query())
                .bind("since", at(since))
                .bind("customer", customer.orElse(""))
                .mapTo(Long.class)
                .one();
    }

    private static void insert(Handle handle, Action action) {
        handle.createUpdate(
                        "insert into actions (action_key, thing, plan, query, arguments, customer, minor, state, tries,"
                                + " intended_at, next_try_at) values (:key, :thing, :plan, :query, :arguments, :customer, :minor,"
                                + " '" + IN_DOUBT + "', 1, :at, :at)")
                .bind("key", action.key())
                .bind("thing", action.thing())
                .bind("plan", action.plan())
                .bind("query", action.query())
                .bind("arguments", ArgumentText.of(action.arguments()))
                .bind("customer", action.paid().map(Action.Paid::customer))
                .bind("minor", action.paid().map(Action.Paid::minor))
                .bind("at", at(action.intendedAt()))
                .execute();
    }

    /** What it was asked with is forgotten when it is settled, for it may be personal; a person who has to look needs it. */
    @Override
    public void settle(String key, Settlement settlement, Instant at) {
        String state = switch (settlement) {
            case DONE -> DONE;
            case NOT_DONE -> NOT_DONE;
            case FOR_A_PERSON -> FOR_A_PERSON;
        };
        reached(handle -> handle.createUpdate("update actions set state = :state, settled_at = :at,"
                        + " arguments = case when :state = '" + FOR_A_PERSON
                        + "' then arguments else '' end where action_key = :key and state = '" + IN_DOUBT + "'")
                .bind("state", state)
                .bind("at", at(at))
                .bind("key", key)
                .execute());
    }

    @Override
    public void postpone(String key, Instant until) {
        reached(handle -> handle.createUpdate(
                        "update actions set tries = tries + 1, next_try_at = :until where action_key = :key")
                .bind("until", at(until))
                .bind("key", key)
                .execute());
    }

    @Override
    public List<Action> inDoubt(Instant now, Instant begunBefore, int limit) {
        return reached(handle -> handle.createQuery("select * from actions where state = '" + IN_DOUBT
                        + "' and next_try_at <= :now and intended_at <= :before order by intended_at")
                .bind("now", at(now))
                .bind("before", at(begunBefore))
                .setMaxRows(limit)
                .map((row, context) -> action(row))
                .list());
    }

    private <T> T reached(Function<Handle, T> work) {
        try {
            return jdbi.inTransaction(work::apply);
        } catch (JdbiException away) {
            throw new Closed("the book of actions cannot be reached", away);
        }
    }

    private static Action action(ResultSet row) throws SQLException {
        String customer = row.getString("customer");
        return new Action(
                row.getString("action_key"),
                row.getString("thing"),
                row.getString("plan"),
                row.getString("query"),
                ArgumentText.read(row.getString("arguments")),
                customer == null ? Optional.empty() : Optional.of(new Action.Paid(customer, row.getLong("minor"))),
                row.getObject("intended_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
