package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hotline.call.HangupCause;
import org.hotline.call.Ladder;
import org.hotline.call.digest.Account;
import org.hotline.call.digest.Accounts;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.RtpSettings;
import org.hotline.call.sip.stack.Tags;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The torture messages of RFC 4475 and mutations of them. Every call that gets through is refused as busy, so 486 means
 * that an INVITE was understood. After each message the server must still answer.
 */
class TortureTest {
    /** What each message must get; 0 is silence. */
    private static final Map<Integer, String> EXPECTED = new TreeMap<>(Map.of(
            0, "bcast bigcode noreason scalarlg test unreason",
            200, "lwsdisp semiuri transports zeromf",
            400,
                    "badaspec baddn badbranch badinv01 clerr escruri insuf inv2543 ltgtruri lwsruri lwsstart mcl01"
                            + " mismatch01 mismatch02 multi01 ncl quotbal regbadct scalar02 trws",
            401, "cparam01 cparam02 dblreq escnull regaut01 regescrt",
            415, "invut",
            416, "novelsc unkscm unksm2",
            420, "bext01",
            481, "wsinv",
            486, "esc01 longreq sdp01 baddate",
            501, "esc02 intmeth mpart01"));

    private static MediaEngine media;
    private static SipFront front;

    @BeforeAll
    static void open() {
        media = new MediaEngine(RtpSettings.DEFAULT.ports(22_400, 22_598));
        front = new SipFront(
                SipSettings.DEFAULT.port(0),
                Accounts.of(List.of(Account.of("ann", "hotline", "secret", Account.Policy.MD5, "Ann"))),
                media,
                Ladder.NONE,
                Clock.systemUTC());
        front.start(call -> call.hangUp(HangupCause.USER_BUSY));
    }

    @AfterAll
    static void close() {
        front.close();
        media.close();
    }

    /** The folder of the messages, beside the checkout; the test is skipped without it. */
    private static Path messages() {
        Optional<Path> found = Stream.iterate(
                        Path.of("").toAbsolutePath(),
                        folder -> folder != null && folder.getParent() != null,
                        Path::getParent)
                .map(folder -> folder.resolve("shared/data/sip/rfc4475"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(found.isPresent(), "the RFC 4475 messages are not there: the torture test is left out");
        return found.get();
    }

    private static String message(String name) throws IOException {
        return Files.readString(messages().resolve(name + ".dat"), StandardCharsets.ISO_8859_1);
    }

    /** The message as if {@code wire} had sent it: its top Via names the sender, its branch was never used. */
    private static byte[] from(Wire wire, String message) {
        String sender = wire.host() + ":" + wire.port();
        String first = message.replaceFirst(
                "(?im)^((?:via|v)\\s*:\\s*SIP/\\d\\.0)/\\w+(\\s+)[^;\\s,]+", "$1/UDP$2" + sender + ";rport");
        String mine = first.contains(sender)
                ? first.replaceFirst("branch=z9hG4bK[^\\s;,]+", "branch=" + wire.branch())
                : message.replaceFirst(
                        "\r\n", "\r\nVia: SIP/2.0/UDP " + sender + ";rport;branch=" + wire.branch() + "\r\n");
        return mine.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int answer(String message) {
        try (Wire wire = new Wire(front.port())) {
            wire.send(from(wire, message));
            for (int i = 0; i < 3; i++) {
                Optional<String> reply = wire.receive(Duration.ofMillis(400));
                if (reply.isEmpty()) {
                    return 0;
                }
                assertThat(reply.get().lines().findFirst().orElse(""))
                        .as("a status line with nothing of the request in it")
                        .matches("SIP/2\\.0 \\d{3} [A-Za-z()/ -]+");
                if (Wire.status(reply.get()) >= 200) {
                    return Wire.status(reply.get());
                }
            }
            return 0;
        }
    }

    private static void assertAlive(Object after) {
        try (Wire wire = new Wire(front.port())) {
            wire.send(
                    wire.request("OPTIONS", "sip:127.0.0.1", "<sip:a@b>", "<sip:c@d>;tag=1", Tags.fresh(), 1, "", ""));
            assertThat(Wire.status(wire.answer())).as("alive after %s", after).isEqualTo(200);
        }
    }

    @Test
    void theMessagesOfRfc4475() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        for (var expected : EXPECTED.entrySet()) {
            for (String name : expected.getValue().split(" ", -1)) {
                int status = answer(message(name));
                if (status != expected.getKey()) {
                    wrong.put(name, "expected " + expected.getKey() + " but got " + status);
                }
                assertAlive(name);
            }
        }
        int version = answer(message("badvers"));
        assertThat(version).isEqualTo(505);
        assertThat(wrong).isEmpty();
    }

    @Test
    void theTableNamesEveryMessage() throws IOException {
        try (Stream<Path> files = Files.list(messages())) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".dat"))
                            .map(name -> name.replace(".dat", ""))
                            .filter(name -> !name.equals("badvers")))
                    .containsExactlyInAnyOrderElementsOf(EXPECTED.values().stream()
                            .flatMap(names -> Stream.of(names.split(" ", -1)))
                            .toList());
        }
    }

    @Test
    void mutationsOfThemDoNoHarm() throws IOException {
        Random random = new Random(20_261_121);
        List<String> names = EXPECTED.values().stream()
                .flatMap(all -> Stream.of(all.split(" ", -1)))
                .toList();
        try (Wire wire = new Wire(front.port())) {
            for (int i = 0; i < 1_500; i++) {
                String name = names.get(random.nextInt(names.size()));
                wire.send(mutated(from(wire, message(name)), random));
                if (i % 50 == 0) {
                    assertAlive("mutation " + i + " of " + name);
                }
            }
        }
        assertAlive("all mutations");
        assertThat(front.health().isWell()).isTrue();
    }

    /** A few bytes changed, lost, doubled, or a piece repeated many times. */
    private static byte[] mutated(byte[] message, Random random) {
        StringBuilder text = new StringBuilder(new String(message, StandardCharsets.ISO_8859_1));
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(80) + 1)));
                case 3 -> text.insert(at, ";,\"<>%:=\\\r\n\u0000".charAt(random.nextInt(12)));
                default ->
                    text.insert(
                            at,
                            text.substring(at, Math.min(text.length(), at + 5)).repeat(random.nextInt(900)));
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
