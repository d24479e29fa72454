package org.hotline.history.jdbc;

import java.nio.file.Path;
import java.time.Instant;
import org.hotline.call.CallId;
import org.hotline.history.Stories;

/** Appends turns to a call as fast as they become durable and prints the number of each that is. Meant to be killed. */
public final class AppendingChild {
    private AppendingChild() {}

    /** {@code folder call}. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        CallId call = new CallId(arguments[1]);
        Database database = Database.open(DatabaseSettings.embedded(folder));
        JdbcCallStore store = new JdbcCallStore(database, folder.resolve("journal"));
        for (int number = 1; ; number++) {
            store.append(call, Stories.turn(Instant.now(), number)).join();
            System.out.println(number);
        }
    }
}
