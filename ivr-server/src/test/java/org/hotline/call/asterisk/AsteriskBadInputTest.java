package org.hotline.call.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.Ladder;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.RtpSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What no Asterisk sends is closed with one line in the log, and the call beside it goes on. */
class AsteriskBadInputTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final MediaEngine media = new MediaEngine(RtpSettings.DEFAULT.ports(24_010, 24_012));
    private final AsteriskFront front = new AsteriskFront(
            AsteriskSettings.DEFAULT.ports(0, 0).connectWithin(Duration.ofSeconds(2)),
            media,
            what -> true,
            Optional.empty(),
            Ladder.NONE,
            Clock.systemUTC());
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final WireAsterisk neighbour;

    AsteriskBadInputTest() {
        front.start(AsteriskBadInputTest::echo);
        neighbour = new WireAsterisk(front.agiPort(), front.audioPort(), "1", "4000");
    }

    @BeforeEach
    void open() {
        assertThat(neighbour.answered().orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void close() {
        logger().detachAppender(log);
        front.close();
        media.close();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("org.hotline.call.asterisk");
    }

    private static void echo(Call call) {
        call.answer();
        Frame say = Frame.silence(8_000);
        while (true) {
            say = call.exchange(say).heard();
        }
    }

    /** The other call is still served, and what happened is told in one line. */
    private void theNeighbourGoesOn(String told) {
        int before = neighbour.heard().size();
        await().atMost(LONG).until(() -> neighbour.heard().size() > before + 25);
        assertThat(neighbour.isOver()).isFalse();
        assertThat(log.list).as("lines in the log").hasSize(1);
        assertThat(log.list.getFirst().getFormattedMessage()
                        + log.list.getFirst().getKeyValuePairs())
                .contains(told);
    }

    private Socket audio(byte[]... pieces) throws IOException {
        Socket socket = new Socket("127.0.0.1", front.audioPort());
        for (byte[] piece : pieces) {
            socket.getOutputStream().write(piece);
        }
        return socket;
    }

    private static void isClosed(Socket socket) throws IOException {
        try (socket) {
            socket.setSoTimeout(20_000);
            while (socket.getInputStream().read() >= 0) {
                // sound sent before it was closed
            }
        } catch (java.net.SocketTimeoutException open) {
            throw new AssertionError("the connection was not closed", open);
        } catch (IOException reset) {
            // closed just as well
        }
    }

    private UUID announced() throws IOException {
        UUID key = UUID.randomUUID();
        Map<String, String> begun = WireAsterisk.agi(front.agiPort(), "begin?uuid=" + key + "&dialled=4000", "2");
        assertThat(begun).containsEntry("IVR_OK", "1");
        return key;
    }

    @Test
    void garbageInsteadOfAKeyIsClosed() throws IOException {
        isClosed(audio("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
        theNeighbourGoesOn("a message of kind 71");
    }

    @Test
    void soundBeforeTheKeyIsClosed() throws IOException {
        isClosed(audio(WireAsterisk.sound(Frame.silence(8_000))));
        theNeighbourGoesOn("did not name its call first");
    }

    @Test
    void halfAMessageAndThenNothingIsClosedInTime() throws IOException {
        isClosed(audio(new byte[] {1, 0}));
        theNeighbourGoesOn("did not name its call in time");
    }

    @Test
    void aKeyNobodyAnnouncedIsClosed() throws IOException {
        isClosed(audio(WireAsterisk.identity(UUID.randomUUID())));
        theNeighbourGoesOn("not expected");
    }

    @Test
    void aKeyIsGoodForOneConnection() throws IOException {
        isClosed(audio(WireAsterisk.identity(neighbour.key())));
        theNeighbourGoesOn("not expected");
    }

    @Test
    void aKeyIsAnnouncedOnce() throws IOException {
        assertThat(WireAsterisk.agi(front.agiPort(), "begin?uuid=" + neighbour.key(), "2"))
                .containsEntry("IVR_OK", "0");
        theNeighbourGoesOn("announced twice");
    }

    @Test
    void anOversizedLengthEndsThatCallForTheOperator() throws IOException {
        UUID key = announced();
        isClosed(audio(WireAsterisk.identity(key), new byte[] {0x10, (byte) 0xFF, (byte) 0xFF, 0, 0}));
        assertThat(WireAsterisk.agi(front.agiPort(), "result?uuid=" + key, "2"))
                .containsEntry("IVR_RESULT", "operator");
        theNeighbourGoesOn("sound of 65535 bytes");
    }

    @Test
    void oddSoundAndUnknownRatesAreNamed() throws IOException {
        isClosed(audio(WireAsterisk.identity(announced()), new byte[] {0x16, 0, 2, 0, 0}));
        theNeighbourGoesOn("use slin (8 kHz) or slin16");
    }

    @Test
    void aClientThatNeverReadsCostsOnlyItsOwnCall() throws IOException {
        UUID key = announced();
        try (Socket stalled = new Socket()) {
            stalled.setReceiveBufferSize(2_048);
            stalled.connect(new java.net.InetSocketAddress("127.0.0.1", front.audioPort()));
            stalled.getOutputStream().write(WireAsterisk.identity(key));
            stalled.getOutputStream().write(WireAsterisk.sound(Frame.silence(8_000)));
            // Nothing is read, so its buffers fill up, frames are left out, and after 5 s the call is given up.
            await().atMost(Duration.ofSeconds(60)).until(() -> !isPresent(key));
        }
        int before = neighbour.heard().size();
        await().atMost(LONG).until(() -> neighbour.heard().size() > before + 25);
    }

    private boolean isPresent(UUID key) {
        return front.ledger().find(key).filter(call -> !call.isOver()).isPresent();
    }

    @Test
    void soundThatIsNeverConnectedIsNotWaitedForForEver() throws IOException {
        UUID key = announced();
        await().atMost(LONG).until(() -> !isPresent(key));
        isClosed(audio(WireAsterisk.identity(key)));
        theNeighbourGoesOn("not expected");
        assertThat(WireAsterisk.agi(front.agiPort(), "result?uuid=" + key, "2"))
                .containsEntry("IVR_RESULT", "operator");
    }

    @Test
    void tenThousandHeaderLinesAreTooMany() throws IOException {
        isClosed(agi("agi_arg_1: x\n".repeat(10_000)));
        theNeighbourGoesOn("more than 200 lines");
    }

    @Test
    void aLineWithoutEndIsTooLong() throws IOException {
        isClosed(agi("agi_request: " + "x".repeat(100_000)));
        theNeighbourGoesOn("more than 2048 characters");
    }

    @Test
    void headersThatDripAreGivenUp() throws IOException {
        isClosed(agi("agi_network: yes\n"));
        theNeighbourGoesOn("silent for too long");
    }

    @Test
    void anotherScriptIsToldInOneLine() throws IOException {
        WireAsterisk.agi(front.agiPort(), "launch?uuid=" + UUID.randomUUID(), "2");
        theNeighbourGoesOn("something else than begin or result");
    }

    @Test
    void aCallWithoutItsKeyIsRefused() throws IOException {
        assertThat(WireAsterisk.agi(front.agiPort(), "begin?uuid=1-2-3-4-5", "2"))
                .containsEntry("IVR_OK", "0");
        theNeighbourGoesOn("without its uuid");
    }

    @Test
    void aResultNobodyKnowsIsTheOperator() throws IOException {
        assertThat(WireAsterisk.agi(front.agiPort(), "result?uuid=" + UUID.randomUUID(), "2"))
                .containsEntry("IVR_RESULT", "operator");
        assertThat(log.list).isEmpty();
    }

    @Test
    void strangersAreNotLetIn() throws IOException {
        AsteriskSettings usual = AsteriskSettings.DEFAULT.ports(0, 0);
        AsteriskFront closed = new AsteriskFront(
                new AsteriskSettings(
                        usual.address(),
                        0,
                        0,
                        java.util.List.of(Network.of("192.0.2.0/24")),
                        usual.callLimit(),
                        usual.connectWithin(),
                        usual.keepResult(),
                        Map.of(),
                        java.util.Set.of()),
                media,
                what -> true,
                Optional.empty(),
                Ladder.NONE,
                Clock.systemUTC());
        CompletableFuture<CallEnded> none = new CompletableFuture<>();
        closed.start(call -> none.complete(new CallEnded(CallEnded.By.US, org.hotline.call.HangupCause.USER_BUSY)));
        try {
            isClosed(new Socket("127.0.0.1", closed.agiPort()));
            isClosed(new Socket("127.0.0.1", closed.audioPort()));
            assertThat(none).isNotDone();
        } finally {
            closed.close();
        }
    }

    private Socket agi(String text) throws IOException {
        Socket socket = new Socket("127.0.0.1", front.agiPort());
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException closed) {
            // it had enough before the end
        }
        return socket;
    }
}
