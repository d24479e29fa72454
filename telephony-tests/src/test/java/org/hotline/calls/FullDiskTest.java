package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.hotline.history.Cdr;
import org.hotline.history.Ending;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;
import org.hotline.workbench.Trial;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The disk with all that the hotline writes (records, recordings, journal, index) becomes full during a call. */
@Execution(ExecutionMode.CONCURRENT)
class FullDiskTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration AMOMENT = Duration.ofSeconds(2);

    /** What is learnt of the shop's tree takes some 30 MB of it. */
    private static final String MOUNT = "mount -t tmpfs -o size=96m tmpfs ";

    @TempDir
    Path disk;

    @BeforeEach
    void mount() throws Exception {
        assumeTrue(does(MOUNT + disk), "a small disk cannot be mounted here (that needs root): this test is skipped");
    }

    @AfterEach
    void unmount() throws Exception {
        does("umount -l " + disk);
    }

    @Test
    void callsGoOnAndOnceThereIsRoomTheyHaveTheirRecords() throws Exception {
        try (Trial hotline = Hotline.ofItsOwn(disk.resolve("data"), "");
                Softphone phone =
                        hotline.caller(Language.ENGLISH).showing("5550401").build();
                Softphone other =
                        hotline.caller(Language.ENGLISH).showing("5550402").build();
                Softphone later =
                        hotline.caller(Language.ENGLISH).showing("5550403").build()) {
            hotline.house().awaitReady(LONG); // what is learnt is kept on the disk: all of it before the disk is full
            PhoneCall before = phone.dials("4000").waits(Duration.ofSeconds(1));
            fill();
            PhoneCall during = other.dials("4000");
            before.presses("6").waits(AMOMENT).presses("25").isHungUpOn(LONG);
            during.presses("6").waits(AMOMENT).presses("25").isHungUpOn(LONG);
            await().atMost(LONG).until(() -> Health.of(hotline), said -> said.contains("Recordings cannot be written"));
            assertThat(Health.metrics(hotline)).containsPattern("recordings_write_failures_total [1-9]");

            Files.delete(disk.resolve("ballast"));
            Cdr first = Hotline.recordOf(hotline, "5550401");
            Cdr second = Hotline.recordOf(hotline, "5550402");
            assertThat(first.ending()).contains(new Ending.Completed(Ending.Where.IN_CONVERSATION));
            assertThat(second.ending()).contains(new Ending.Completed(Ending.Where.IN_CONVERSATION));
            later.dials("4000").presses("6").waits(AMOMENT).presses("25").isHungUpOn(LONG);
            Cdr third = Hotline.recordOf(hotline, "5550403");
            assertThat(third.recording()).isPresent();
            await().atMost(LONG)
                    .until(() -> Health.of(hotline), said -> !said.contains("Recordings cannot be written"));
        }
    }

    /** Until not a byte more goes in. */
    private void fill() throws IOException {
        try (FileChannel ballast =
                FileChannel.open(disk.resolve("ballast"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int block = 1 << 20; block > 0; block /= 2) {
                fillWith(ballast, block);
            }
        }
    }

    private static void fillWith(FileChannel ballast, int block) {
        try {
            while (ballast.write(ByteBuffer.allocate(block)) > 0) {
                // goes on until the disk says no
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static boolean does(String command) throws Exception {
        try {
            return new ProcessBuilder(command.split(" "))
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
