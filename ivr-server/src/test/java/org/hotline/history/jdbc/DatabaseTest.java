package org.hotline.history.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hotline.history.StoreUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path folder;

    @Test
    void deadDatabaseIsSaidPlainlyAndWithoutThePassword() throws IOException {
        int port = freePort();
        DatabaseSettings settings = new DatabaseSettings(
                "jdbc:postgresql://127.0.0.1:" + port + "/hotline?user=hotline&password=hunter2", "", "", 2);
        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("cannot open the database jdbc:postgresql://127.0.0.1:" + port)
                .hasMessageContaining("refused")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void addressAndTextHideEveryPassword() {
        for (String url : new String[] {
            "jdbc:postgresql://db/x?password=hunter2&ssl=true",
            "jdbc:postgresql://hotline:hunter2@db/x",
            "jdbc:h2:file:/x;PASSWORD=hunter2"
        }) {
            DatabaseSettings settings = new DatabaseSettings(url, "sa", "hunter2", 2);
            assertThat(settings.address() + settings).doesNotContain("hunter2");
        }
    }

    @Test
    void otherDatabasesAreRefused() {
        assertThatThrownBy(() -> Database.open(new DatabaseSettings("jdbc:mysql://db/x", "", "", 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:mysql://db/x");
    }

    @Test
    void embeddedDatabaseThatCannotBeWrittenIsSaidPlainly() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Database.open(DatabaseSettings.embedded(file)))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void schemaIsKeptWhenOpenedAgain() {
        Database.open(DatabaseSettings.embedded(folder)).close();
        try (Database again = Database.open(DatabaseSettings.embedded(folder))) {
            int calls = again.jdbi()
                    .withHandle(handle -> handle.createQuery("select count(*) from calls")
                            .mapTo(Integer.class)
                            .one());
            assertThat(calls).isZero();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
