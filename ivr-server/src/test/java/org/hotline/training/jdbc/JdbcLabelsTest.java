package org.hotline.training.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hotline.call.CallId;
import org.hotline.history.StoreUnavailable;
import org.hotline.history.jdbc.Database;
import org.hotline.history.jdbc.DatabaseSettings;
import org.hotline.history.jdbc.Postgres;
import org.hotline.training.Label;
import org.hotline.training.Labels;
import org.hotline.training.Utterance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels on both databases. */
class JdbcLabelsTest {
    private static final Instant AT = Instant.parse("2026-11-21T06:00:00.123Z");
    private static final Utterance.Id FIRST = new Utterance.Id(new CallId("call00000001"), 1);
    private static final Utterance.Id SECOND = new Utterance.Id(new CallId("call00000001"), 2);

    @Test
    void areKeptInTheEmbeddedDatabase(@TempDir Path folder) {
        check(DatabaseSettings.embedded(folder));
    }

    @Test
    @Tag("slow")
    void areKeptInPostgres() {
        check(Postgres.empty(4));
    }

    @Test
    void whileTheDatabaseIsAwayItIsSaid(@TempDir Path folder) {
        Database database = Database.open(DatabaseSettings.embedded(folder));
        database.close();
        Labels labels = new JdbcLabels(database.dataSource(), database::settle);
        assertThatThrownBy(() -> labels.all("shop")).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> labels.give("shop", List.of(given(FIRST, Label.None.IGNORE))))
                .isInstanceOf(StoreUnavailable.class);
    }

    private static void check(DatabaseSettings settings) {
        try (Database database = Database.open(settings)) {
            Labels labels = new JdbcLabels(database.dataSource(), database::settle);
            Labels.Given late = given(FIRST, new Label.About("parcel-late"));
            Labels.Given noise = given(SECOND, Label.None.NOISE);
            labels.give("shop", List.of(late, noise));
            assertThat(labels.all("shop")).containsOnly(entry(FIRST, late), entry(SECOND, noise));
            assertThat(labels.all("bank")).isEmpty();

            Labels.Given foreign = given(SECOND, Label.None.OTHER_LANGUAGE);
            labels.give("shop", List.of(foreign));
            assertThat(labels.all("shop")).containsEntry(SECOND, foreign).hasSize(2);

            labels.takeBack("shop", Set.of(FIRST, new Utterance.Id(new CallId("never00labelled"), 1)));
            labels.give("shop", List.of());
            assertThat(labels.all("shop")).containsOnlyKeys(SECOND);

            Labels.Given opinion = new Labels.Given(SECOND, Label.None.NOISE, "quinn", AT, false);
            Labels.Given other = new Labels.Given(SECOND, new Label.About("refund"), "quinn", AT, false);
            labels.opine("shop", List.of(opinion));
            labels.opine("shop", List.of(other));
            assertThat(labels.opinions("shop")).containsExactly(other);
            assertThat(labels.opinions("bank")).isEmpty();
            labels.takeOpinionsBack("lin", Set.of(SECOND));
            assertThat(labels.opinions("shop")).hasSize(1);
            labels.takeOpinionsBack("quinn", Set.of(SECOND));
            assertThat(labels.opinions("shop")).isEmpty();
        }
    }

    private static Labels.Given given(Utterance.Id utterance, Label label) {
        return new Labels.Given(utterance, label, "lin", AT, true);
    }
}
