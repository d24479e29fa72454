package org.hotline.history.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2CallStoreTest extends JdbcCallStoreContract {
    @TempDir
    static Path home;

    @Override
    DatabaseSettings settings() {
        return DatabaseSettings.embedded(home);
    }
}
