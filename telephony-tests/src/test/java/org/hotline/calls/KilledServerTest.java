package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.history.Cdr;
import org.hotline.history.Ending;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.recording.Recordings;
import org.hotline.recording.ffmpeg.OpusArchive;
import org.hotline.speech.Language;
import org.hotline.workbench.Trial;
import org.hotline.workbench.TrialSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code kill -9} of the whole server while people talk, and its restart. */
@Execution(ExecutionMode.CONCURRENT)
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
                Ear.joins(first, offered, 440);
                PhoneCall second = asked.dials("4000").hearsThemOut();
                recognizers = server.children();
                server.isKilled();
                restart(settings.onSipPort(address.getPort()), first, offered, second);
            }
        }
        assertThat(recognizers).as("the killed server had recognizers").isNotEmpty();
        await().atMost(LONG).until(() -> recognizers.stream().noneMatch(ProcessHandle::isAlive));
        try (Trial hotline = Hotline.ofItsOwn(data, "")) {
            assertThat(hotline.calls().unfinished()).isEmpty();
            for (String number : List.of("5550501", "5550502")) {
                Cdr cdr = Hotline.recordOf(hotline, number);
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

    /** How long the recording plays, archived or not yet: both sides of it are there, and the hotline is heard. */
    private Duration plays(Cdr cdr) {
        try (Recordings recordings = new Recordings(data.resolve("recordings"))) {
            List<Pcm> sides = new OpusArchive(recordings).read(cdr.recording().orElseThrow(), Frame.TELEPHONE_RATE);
            assertThat(sides).as("caller left, hotline right").hasSize(2);
            assertThat(sides.getLast().frames()).anyMatch(frame -> frame.rms() > 200);
            return sides.getFirst().duration();
        }
    }
}
