package org.hotline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.hotline.conversation.action.ActionBook;
import org.hotline.conversation.action.WrittenDown;
import org.hotline.conversation.http.HttpLookups;
import org.hotline.conversation.jdbc.JdbcActionBook;
import org.hotline.conversation.jdbc.SampleShop;
import org.hotline.conversation.jdbc.SqlLookups;
import org.hotline.conversation.lookup.BySource;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.history.CallStore;
import org.hotline.history.jdbc.Database;
import org.hotline.history.jdbc.DatabaseSettings;
import org.hotline.history.jdbc.JdbcCallStore;
import org.hotline.quality.IndexingCallStore;
import org.hotline.quality.TranscriptSearch;
import org.hotline.quality.lucene.LuceneTranscriptSearch;
import org.hotline.training.Labels;
import org.hotline.training.jdbc.JdbcLabels;

/**
 * What the house remembers with: the database and all that lies on it.
 *
 * @param database open, migrated
 * @param journal the store of calls itself
 * @param calls the same, letting the search know
 * @param search over transcripts
 * @param services what dialplans ask over HTTP
 * @param actions what they did, written down
 * @param systems where lookups and actions are asked for
 * @param lookups of dialplans: the same, with actions written down
 */
record Storage(
        Database database,
        JdbcCallStore journal,
        CallStore calls,
        TranscriptSearch search,
        HttpLookups services,
        ActionBook actions,
        Lookups systems,
        Lookups lookups)
        implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final Duration LOOKUP_PATIENCE = Duration.ofSeconds(3);

    static Storage open(Configuration configuration, Clock clock) {
        Path data = configuration.data();
        Database database = Database.open(settings(configuration));
        if (configuration.database().sampleShop()) {
            Path script = configuration.dialplans().resolve("shop-en/sample-shop.sql");
            if (java.nio.file.Files.exists(script)) {
                SampleShop.load(database.dataSource(), script);
            }
        }
        JdbcCallStore store = new JdbcCallStore(database, data.resolve("journal"));
        TranscriptSearch search = new LuceneTranscriptSearch(data.resolve("index"), store);
        HttpLookups services =
                new HttpLookups(new LookupSecrets(configuration.lookups().secretsFile(), System::getenv), clock);
        ActionBook actions = new JdbcActionBook(database.dataSource());
        Lookups systems = new BySource(new SqlLookups(database.dataSource(), LOOKUP_PATIENCE), services);
        return new Storage(
                database,
                store,
                new IndexingCallStore(store, search),
                search,
                services,
                actions,
                systems,
                new WrittenDown(systems, actions, clock));
    }

    /** Which database the configuration wants. */
    static DatabaseSettings settings(Configuration configuration) {
        Configuration.Database wanted = configuration.database();
        return wanted.url()
                .map(url -> new DatabaseSettings(url, wanted.user(), wanted.password(), CONNECTIONS))
                .orElseGet(() -> DatabaseSettings.embedded(configuration.data()));
    }

    Labels labels() {
        return new JdbcLabels(database.dataSource(), database::settle);
    }

    DataSource dataSource() {
        return database.dataSource();
    }

    @Override
    public void close() {
        try (database;
                search;
                calls;
                services) {
            // Closed in the reverse order of this list: the store first, its database last.
        }
    }
}
