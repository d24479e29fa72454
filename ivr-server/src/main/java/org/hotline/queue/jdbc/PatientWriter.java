package org.hotline.queue.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes rows to a table for those who must not wait. One thread writes what has come together since its last write in one
 * transaction, so a row is durable a few milliseconds after it was handed over. While the database is away, a hundred
 * thousand are kept in memory and tried again every second.
 */
final class PatientWriter<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PatientWriter.class);
    private static final int BUFFER = 100_000;
    private static final int BATCH = 500;

    private final DataSource database;
    private final String name;
    private final String insert;
    private final Binding<T> binding;
    private final BlockingQueue<T> buffer = new ArrayBlockingQueue<>(BUFFER);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private boolean behind;

    /** Puts a row into the insert statement. */
    interface Binding<T> {
        void bind(PreparedStatement insert, T row) throws SQLException;
    }

    /** Starts its thread. */
    PatientWriter(DataSource database, String name, String insert, Binding<T> binding) {
        this.database = database;
        this.name = name;
        this.insert = insert;
        this.binding = binding;
        thread = Thread.ofPlatform().daemon().name(name).start(this::write);
    }

    void append(T row) {
        if (!buffer.offer(row)) {
            LOG.atError().addKeyValue("of", name).log("Too much waits for the database: a restart will not know all");
        }
    }

    private void write() {
        List<T> batch = new ArrayList<>();
        try {
            while (closing.getCount() > 0 || !buffer.isEmpty()) {
                T first = buffer.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    buffer.drainTo(batch, BATCH - 1);
                    insertUntilDone(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void insertUntilDone(List<T> batch) throws InterruptedException {
        while (true) {
            try {
                insert(batch);
                behind = false;
                return;
            } catch (SQLException e) {
                if (!behind) {
                    LOG.atWarn()
                            .addKeyValue("of", name)
                            .setCause(e)
                            .log("The database cannot be written; tried again every second");
                }
                behind = true;
                if (closing.await(1, TimeUnit.SECONDS)) {
                    LOG.atError()
                            .addKeyValue("of", name)
                            .addKeyValue("rows", batch.size())
                            .log("Rows lost: closed without database");
                    return;
                }
            }
        }
    }

    private void insert(List<T> batch) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                for (T row : batch) {
                    binding.bind(statement, row);
                    statement.addBatch();
                }
                statement.executeBatch();
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
