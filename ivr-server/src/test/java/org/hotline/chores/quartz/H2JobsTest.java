package org.hotline.chores.quartz;

import java.nio.file.Path;
import org.hotline.history.jdbc.DatabaseSettings;
import org.junit.jupiter.api.io.TempDir;

class H2JobsTest extends JobsContract {
    @TempDir
    static Path home;

    @Override
    DatabaseSettings settings() {
        return DatabaseSettings.embedded(home);
    }
}
