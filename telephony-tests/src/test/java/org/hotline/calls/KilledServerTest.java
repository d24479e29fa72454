package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hotline.audio.Pcm;
import org.hotline.audio.Tone;
import org.hotline.audio.Wav;
import org.hotline.history.CallStore;
import org.hotline.history.Cdr;
import org.hotline.history.Ending;
import org.hotline.history.jdbc.Database;
import org.hotline.history.jdbc.DatabaseSettings;
import org.hotline.history.jdbc.JdbcCallStore;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;
import org.hotline.workbench.TrialSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the whole server while people talk, and its restart. */
class KilledServerTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path data;

    @Test
    void everyAnsweredCallHasAnEndingAndARecordingAfterTheRestart() throws Exception {
        TrialSettings settings = TrialSettings.of(data, 0, 0, "speech: { processes: 1 }");
        List<ProcessHandle> recognizers;
        InetSocketAddress address;
        try (HotlineProcess server =
                HotlineProcess.begins("run", "--config", settings.file().toString())) {
            address = server.isRunning();
            try (Softphone alice = Softphone.towards(address)
                            .as("alice", settings.password("alice"))
                            .build();
                    Softphone talking = caller(address, "5550501");
                    Softphone asked = caller(address, "5550502")) {
                alice.registers().dials("*10").isHungUpOn(LONG);
                PhoneCall first = talking.dials("4000").hearsThemOut().presses("0");
                PhoneCall offered = alice.rings(LONG).answers();
                await().atMost(LONG).until(() -> {
                    offered.plays(Tone.sine(440, 8000, Duration.ofSeconds(1), 8000));
                    return Ear.hearsTone(first.heardSound(), 440);
                });
                PhoneCall second = asked.dials("4000").hearsThemOut();
                recognizers = server.children();
                server.isKilled();
                restart(settings.onSipPort(address.getPort()), first, offered, second);
            }
        }
        assertThat(recognizers).as("the killed server had recognizers").isNotEmpty();
        await().atMost(LONG).until(() -> recognizers.stream().noneMatch(ProcessHandle::isAlive));
        try (Database database = Database.open(DatabaseSettings.embedded(data));
                CallStore calls = new JdbcCallStore(database, data.resolve("spool"))) {
            assertThat(calls.unfinished()).isEmpty();
            for (String number : List.of("5550501", "5550502")) {
                Cdr cdr = calls.list(CallStore.Filter.newest(20)).stream()
                        .filter(call -> call.calling().equals(number))
                        .findFirst()
                        .orElseThrow();
                assertThat(cdr.answeredAt()).isPresent();
                assertThat(cdr.ending()).contains(new Ending.Interrupted());
                assertThat(plays(cdr)).isGreaterThan(Duration.ofSeconds(3));
            }
        }
    }

    /** The phones do not know that the server was away: it must tell them that their calls are no more. */
    private static void restart(TrialSettings settings, PhoneCall... orphans) {
        try (HotlineProcess again =
                HotlineProcess.begins("run", "--config", settings.file().toString())) {
            InetSocketAddress address = again.isRunning();
            for (PhoneCall orphan : orphans) {
                orphan.hangsUp();
            }
            try (Softphone phone = caller(address, "5550503")) {
                phone.dials("4000").hearsThemOut().hangsUp();
            }
            again.isStopped();
        }
    }

    private static Softphone caller(InetSocketAddress server, String number) {
        return Softphone.towards(server)
                .showing(number)
                .speaking(Language.ENGLISH)
                .build();
    }

    /** How long the recording plays: both sides of it are heard. */
    private Duration plays(Cdr cdr) throws IOException {
        Path file = data.resolve("recordings").resolve(cdr.recording().orElseThrow());
        try (InputStream stream = Files.newInputStream(file)) {
            List<Pcm> sides = Wav.readChannels(stream);
            assertThat(sides).as("caller left, hotline right").hasSize(2);
            assertThat(sides.getLast().frames()).anyMatch(frame -> frame.rms() > 200);
            return sides.getFirst().duration();
        }
    }
}
