package org.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hotline check --asterisk} holds a site against the settings that are used. */
class CheckAsteriskTest {
    private static final Path SHIPPED = Path.of("../dialplans/asterisk").toAbsolutePath();

    @TempDir
    Path home;

    private int check(StringWriter out, String... more) throws IOException {
        Path site = Files.createDirectories(home.resolve("asterisk"));
        for (String file : new String[] {"extensions.conf", "manager.conf"}) {
            Files.writeString(site.resolve(file), Files.readString(SHIPPED.resolve(file)));
        }
        String[] arguments = new String[3 + more.length];
        arguments[0] = "check";
        arguments[1] = "--asterisk";
        arguments[2] = site.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Main.commandLine(home)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(arguments);
    }

    @Test
    void theSettingsThatAreUsedSayWhichUserAndWhichPortsItIs() throws IOException {
        StringWriter out = new StringWriter();
        assertThat(check(out)).as("%s", out).isZero();
        Files.writeString(
                home.resolve("hotline.yaml"),
                "asterisk: { enabled: true, agi-port: 4600, ami: { enabled: true, port: 5039, user: \"centre\","
                        + " secret: \"s3cret\" } }\n");
        assertThat(check(out)).isEqualTo(1);
        assertThat(out.toString())
                .contains("but Hotline listens on 4600")
                .contains("but Hotline looks on 5039")
                .contains("there is no user [centre]");
        Files.writeString(home.resolve("other.yaml"), "asterisk: { enabeld: true }\n");
        assertThat(check(out, "--config", "other.yaml")).isEqualTo(2);
        assertThat(out.toString()).contains("other.yaml:1");
    }
}
