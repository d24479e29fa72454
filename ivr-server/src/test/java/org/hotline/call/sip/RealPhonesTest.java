package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallFront.Destination;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.HangupCause;
import org.hotline.call.Ladder;
import org.hotline.call.PhoneNumber;
import org.hotline.call.digest.Account;
import org.hotline.call.digest.Accounts;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.RtpSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phones and tools nobody here wrote; each test is skipped where its phone is not installed. */
class RealPhonesTest {
    private static final Duration LONG = Duration.ofSeconds(15);

    private final MediaEngine media = new MediaEngine(RtpSettings.DEFAULT.ports(22_100, 22_398));
    private final BlockingQueue<Call> taken = new LinkedBlockingQueue<>();
    private final SipFront front = new SipFront(
            SipSettings.DEFAULT.port(0),
            Accounts.of(List.of(Account.of("ann", "hotline", "secret", Account.Policy.MD5, "Ann"))),
            media,
            Ladder.NONE,
            Clock.systemUTC());

    @TempDir
    private Path home;

    @AfterEach
    void close() {
        front.close();
        media.close();
    }

    private static Process start(Path directory, List<String> command) throws IOException {
        boolean there = List.of("/usr/bin/", "/usr/local/bin/").stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder + command.getFirst())));
        assumeTrue(there, command.getFirst() + " is not installed: this phone takes no part in the test");
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out.txt").toFile())
                .start();
    }

    private void echo(Call call) {
        call.ring();
        call.answer();
        taken.add(call);
        Frame say = Frame.silence(call.rate());
        while (true) {
            say = call.exchange(say).heard();
        }
    }

    @Test
    void baresipRegistersIsRungAnswersAndIsHeard() throws IOException {
        front.start(this::echo);
        Process baresip = baresip();
        try {
            await().atMost(LONG).until(() -> front.registrations().of("ann").isPresent());
            Dialled dialled = front.dial(new Destination("ann", new PhoneNumber("4000"), "Hotline"), LONG);
            assertThat(dialled).as(Files.readString(home.resolve("out.txt"))).isInstanceOf(Dialled.Answered.class);
            Call call = ((Dialled.Answered) dialled).call();
            double loudest = 0;
            for (int i = 0; i < 100; i++) {
                loudest = Math.max(
                        loudest, call.exchange(Frame.silence(8_000)).heard().rms());
            }
            assertThat(loudest).as("baresip's tone").isGreaterThan(500);
            call.hangUp(HangupCause.NORMAL_CLEARING);
        } finally {
            baresip.destroy();
        }
        await().atMost(LONG).until(() -> !baresip.isAlive());
    }

    private Process baresip() throws IOException {
        Files.writeString(home.resolve("config"), """
                poll_method epoll
                sip_listen 127.0.0.1:0
                audio_player aubridge,null
                audio_source ausine,440
                audio_alert aubridge,null
                ausrc_srate 48000
                ausrc_channels 2
                module_path /usr/lib/baresip/modules
                module g711.so
                module ausine.so
                module aubridge.so
                module_app account.so
                module_app menu.so
                """);
        Files.writeString(
                home.resolve("accounts"),
                "<sip:ann@127.0.0.1:%d>;auth_user=ann;auth_pass=secret;answermode=auto;regint=120\n"
                        .formatted(front.port()));
        return start(home, List.of("baresip", "-s", "-f", home.toString()));
    }

    @Test
    void sippCallsAndHangsUp() throws IOException, InterruptedException {
        front.start(this::echo);
        for (String transport : List.of("u1", "t1")) {
            Process sipp = start(
                    home,
                    List.of(
                            "sipp",
                            "-sn",
                            "uac",
                            "-t",
                            transport,
                            "-m",
                            "5",
                            "-r",
                            "5",
                            "-d",
                            "300",
                            "-i",
                            "127.0.0.1",
                            "-s",
                            "4000",
                            "-nostdin",
                            "-timeout",
                            "20",
                            "-timeout_error",
                            "127.0.0.1:" + front.port()));
            assertThat(sipp.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(sipp.exitValue())
                    .as(Files.readString(home.resolve("out.txt")))
                    .isZero();
        }
        await().atMost(LONG).until(() -> taken.stream().filter(Call::isOver).count() == 10);
    }

    @Test
    @Tag("slow")
    void sippsRetransmissionsOverALossyLineLoseNoCall() throws IOException, InterruptedException {
        front.start(this::echo);
        Process sipp = start(
                home,
                List.of(
                        "sipp",
                        "-sn",
                        "uac",
                        "-lost",
                        "20",
                        "-m",
                        "20",
                        "-r",
                        "10",
                        "-d",
                        "200",
                        "-i",
                        "127.0.0.1",
                        "-s",
                        "4000",
                        "-nostdin",
                        "-timeout",
                        "50",
                        "127.0.0.1:" + front.port()));
        assertThat(sipp.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(sipp.exitValue())
                .as(Files.readString(home.resolve("out.txt")))
                .isZero();
    }
}
