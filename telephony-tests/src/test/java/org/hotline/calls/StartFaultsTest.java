package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hotline.workbench.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code hotline run} where it cannot run: it says where the fault is, what it is and what to do, and ends. */
@Execution(ExecutionMode.CONCURRENT)
class StartFaultsTest {
    private static final int FAILED = 1;
    private static final int ASKED_WRONGLY = 2;

    @TempDir
    Path folder;

    @Test
    void theSipPortIsTaken() throws IOException {
        try (DatagramSocket other = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
            String said = runs(
                    "sip: { addresses: [\"127.0.0.1\"], port: " + other.getLocalPort() + " }\nweb: { port: 0 }",
                    FAILED);
            assertThat(said)
                    .contains("Hotline did not start: Cannot listen for SIP on udp 127.0.0.1:" + other.getLocalPort())
                    .contains("in use by another program")
                    .contains("choose another with sip.port")
                    .as("passwords that were made are told although it did not start")
                    .contains("password of admin on the pages: ")
                    .contains("password of phone alice: ");
        }
    }

    @Test
    void theWebPortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(runs("sip: { port: 0 }\nweb: { port: " + other.getLocalPort() + " }", FAILED))
                    .contains("Hotline did not start: Cannot serve pages on 127.0.0.1:" + other.getLocalPort())
                    .contains("in use by another program")
                    .contains("choose another with web.port");
        }
    }

    @Test
    void thePortsForSoundAreTaken() throws IOException {
        try (DatagramSocket rtp = new DatagramSocket(new InetSocketAddress("127.0.0.1", 19_870))) {
            assertThat(runs(
                            "media: { first-port: 19870, last-port: 19870 }\nsip: { port: 0 }\nweb: { port: 0 }",
                            FAILED))
                    .as(rtp.getLocalSocketAddress().toString())
                    .contains("Hotline did not start: No free pair of RTP ports from 19870 to 19870 on 127.0.0.1")
                    .contains("media.first-port");
        }
    }

    @Test
    void thereAreNoModels() throws IOException {
        assertThat(runs("speech: { models: \"" + folder + "/nowhere\" }", FAILED))
                .contains("There is no list of speech models at " + folder + "/nowhere/manifest.yaml")
                .contains("say where it is with speech.models");
    }

    @Test
    void thereAreNoPlans() throws IOException {
        assertThat(runs("dialplans: \"" + folder + "/nowhere\"", FAILED))
                .contains("There is no dialplans at " + folder + "/nowhere");
    }

    @Test
    void theDataFolderCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "in the way");
        assertThat(runs("", FAILED, file.resolve("data")))
                .contains("Cannot write in the data folder " + file + "/data")
                .contains("choose another folder with data");
    }

    @Test
    void theDatabaseIsAway() throws IOException {
        assertThat(runs("database: { url: \"jdbc:postgresql://127.0.0.1:9/hotline?user=me&password=secret\" }", FAILED))
                .contains("Hotline did not start: cannot open the database jdbc:postgresql://127.0.0.1:9/hotline")
                .contains("Start it, or correct its address")
                .doesNotContain("secret");
    }

    @Test
    void anotherHotlineRunsOnTheSameFolder() throws IOException {
        Path data = folder.resolve("data");
        try (Trial other = Hotline.ofItsOwn(data, "")) {
            assertThat(runs("sip: { port: 0 }\nweb: { port: 0 }", FAILED))
                    .as("beside port " + other.house().sipPort())
                    .contains("Hotline did not start: cannot open the database jdbc:h2:file:" + data)
                    .contains("Another hotline may be running on the same folder: stop it");
        }
    }

    @Test
    void aPlanHasMistakes() throws IOException {
        Path plan = Files.createDirectories(folder.resolve("plans/shop"));
        Files.writeString(plan.resolve("dialplan.yaml"), """
                dialplan: shop
                numbers: ["4000"]
                language: en
                start: welcome
                intents: {}
                steps:
                  welcome: { say: "Good day.", then: godbye }
                  goodbye: { hang-up: "Goodbye." }
                  queue: { queue: englich, say: "One moment." }
                """);
        assertThat(runs("dialplans: \"" + folder.resolve("plans") + "\"", ASKED_WRONGLY))
                .contains("Hotline did not start, because of this:")
                .contains(
                        "dialplan.yaml:7: step \"welcome\" leads to \"godbye\", which is no step (did you mean \"goodbye\"?)")
                .contains(
                        "dialplan.yaml:9: step \"queue\" leads to the queue \"englich\", which there is not (did you mean"
                                + " \"english\"?)");
    }

    @Test
    void theSettingsHaveMistakes() throws IOException {
        String said = runs("""
                sip:
                  transports: [udp, upd]
                media: { media-timeout: soon }
                queues:
                  english: { language: xx }
                agents:
                  alice: { display: "Alice", queues: [englisch], digest: md5 }
                wep: { port: 80 }
                """, ASKED_WRONGLY);
        assertThat(said)
                .contains("hotline.yaml:3: SIP is carried by udp or tcp here, not by \"upd\"")
                .contains("hotline.yaml:4: \"soon\" is not a length of time (for example 500ms, 20s, 5m or 30d)")
                .contains("hotline.yaml:6: unknown language \"xx\": known are en and zh")
                .contains(
                        "hotline.yaml:8: alice serves the queue \"englisch\", which there is not (did you mean \"english\"?)")
                .contains("hotline.yaml:9: there is no setting \"wep\" here (known are \"web\" perhaps; all: ");
    }

    @Test
    void theSettingsFileIsNotThere() {
        try (HotlineProcess run = HotlineProcess.begins("run", "--config", folder + "/mine.yaml")) {
            assertThat(run.ends(FAILED).says()).contains("There is no settings file at " + folder + "/mine.yaml");
        }
    }

    private String runs(String settings, int status) throws IOException {
        return runs(settings, status, folder.resolve("data"));
    }

    /** What it says before it ends with this status. */
    private String runs(String settings, int status, Path data) throws IOException {
        Path file = folder.resolve("hotline.yaml");
        Files.writeString(file, "data: \"" + data + "\"\n" + settings);
        try (HotlineProcess run = HotlineProcess.begins("run", "--config", file.toString())) {
            return run.ends(status).says();
        }
    }
}
