package org.hotline.training.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.hotline.call.CallId;
import org.hotline.history.StoreUnavailable;
import org.hotline.training.Label;
import org.hotline.training.Labels;
import org.hotline.training.Utterance;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Labels in table {@code utterance_labels}, what others said too in {@code label_opinions}. */
public final class JdbcLabels implements Labels {
    private final Jdbi database;
    private final Runnable settle;

    /** @param settle makes what was committed durable */
    public JdbcLabels(DataSource database, Runnable settle) {
        this.database = Jdbi.create(database);
        this.settle = settle;
    }

    @Override
    public void give(String hotline, List<Given> labels) {
        write(in -> {
            forget(in, labels.stream().map(Given::utterance).toList());
            PreparedBatch rows = in.prepareBatch("""
                    insert into utterance_labels (call_id, turn, hotline, label, by_user, given_at, taught)
                    values (:call, :turn, :hotline, :label, :by, :at, :taught)
                    """);
            for (Given given : labels) {
                rows.bind("call", given.utterance().call().text())
                        .bind("turn", given.utterance().turn())
                        .bind("hotline", hotline)
                        .bind("label", given.label().written())
                        .bind("by", given.by())
                        .bind("at", given.at().atOffset(ZoneOffset.UTC))
                        .bind("taught", given.taught())
                        .add();
            }
            if (rows.size() > 0) {
                rows.execute();
            }
        });
    }

    @Override
    public void takeBack(String hotline, Set<Utterance.Id> utterances) {
        write(in -> forget(in, utterances));
    }

    private static void forget(Handle in, Iterable<Utterance.Id> utterances) {
        PreparedBatch rows = in.prepareBatch("delete from utterance_labels where call_id = :call and turn = :turn");
        utterances.forEach(utterance -> rows.bind("call", utterance.call().text())
                .bind("turn", utterance.turn())
                .add());
        if (rows.size() > 0) {
            rows.execute();
        }
    }

    @Override
    public Map<Utterance.Id, Given> all(String hotline) {
        Map<Utterance.Id, Given> all = new LinkedHashMap<>();
        try {
            database.useHandle(
                    in -> in.createQuery("select * from utterance_labels where hotline = :hotline order by given_at")
                            .bind("hotline", hotline)
                            .map((row, context) -> given(row))
                            .forEach(given -> all.put(given.utterance(), given)));
        } catch (JdbiException refused) {
            throw new StoreUnavailable("labels cannot be read: " + refused.getMessage(), refused);
        }
        return all;
    }

    @Override
    public void opine(String hotline, List<Given> opinions) {
        write(in -> opinions.forEach(opinion -> {
            retract(in, opinion.by(), List.of(opinion.utterance()));
            in.createUpdate("""
                            insert into label_opinions (call_id, turn, hotline, label, by_user, given_at)
                            values (:call, :turn, :hotline, :label, :by, :at)
                            """)
                    .bind("call", opinion.utterance().call().text())
                    .bind("turn", opinion.utterance().turn())
                    .bind("hotline", hotline)
                    .bind("label", opinion.label().written())
                    .bind("by", opinion.by())
                    .bind("at", opinion.at().atOffset(ZoneOffset.UTC))
                    .execute();
        }));
    }

    @Override
    public void takeOpinionsBack(String by, Set<Utterance.Id> utterances) {
        write(in -> retract(in, by, utterances));
    }

    private static void retract(Handle in, String by, Iterable<Utterance.Id> utterances) {
        PreparedBatch rows =
                in.prepareBatch("delete from label_opinions where call_id = :call and turn = :turn and by_user = :by");
        utterances.forEach(utterance -> rows.bind("call", utterance.call().text())
                .bind("turn", utterance.turn())
                .bind("by", by)
                .add());
        if (rows.size() > 0) {
            rows.execute();
        }
    }

    @Override
    public List<Given> opinions(String hotline) {
        try {
            return database.withHandle(in -> in.createQuery(
                            "select label_opinions.*, false as taught from label_opinions where hotline = :hotline"
                                    + " order by given_at")
                    .bind("hotline", hotline)
                    .map((row, context) -> given(row))
                    .list());
        } catch (JdbiException refused) {
            throw new StoreUnavailable("labels cannot be read: " + refused.getMessage(), refused);
        }
    }

    private static Given given(ResultSet row) throws SQLException {
        return new Given(
                new Utterance.Id(new CallId(row.getString("call_id")), row.getInt("turn")),
                Label.of(row.getString("label")).orElse(Label.None.IGNORE),
                row.getString("by_user"),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("taught"));
    }

    private void write(Consumer<Handle> change) {
        try {
            database.useTransaction(change::accept);
        } catch (JdbiException refused) {
            throw new StoreUnavailable("labels cannot be written: " + refused.getMessage(), refused);
        }
        settle.run();
    }
}
