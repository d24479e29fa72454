package org.hotline.calls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.hotline.Main;
import org.hotline.workbench.Trial;

/** Kamailio from the package manager with the configuration that ships, in front of some Hotlines. */
final class Kamailio implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(40);

    private final int port = FreePort.find();
    private final Program program;

    Kamailio(Path home, List<Trial> hotlines) {
        try {
            Path list = Files.writeString(
                    home.resolve("hotlines.list"),
                    hotlines.stream()
                            .map(hotline -> "1 sip:127.0.0.1:" + hotline.sip().getPort() + "\n")
                            .collect(Collectors.joining()));
            program = new Program(
                    home,
                    List.of(
                            "kamailio",
                            "-DD",
                            "-E",
                            "-f",
                            Main.home()
                                    .toAbsolutePath()
                                    .resolve("dialplans/kamailio/kamailio.cfg")
                                    .toString(),
                            "-A",
                            "HOTLINES=\"" + list + "\"",
                            "-l",
                            "udp:127.0.0.1:" + port,
                            "-P",
                            home.resolve("pid").toString(),
                            "-Y",
                            home.toString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        await("Kamailio answers").atMost(SOON).until(() -> answers() || !program.isAlive());
        if (!program.isAlive()) {
            throw new AssertionError("Kamailio does not start: " + program.said());
        }
    }

    InetSocketAddress sip() {
        return new InetSocketAddress("127.0.0.1", port);
    }

    private boolean answers() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            socket.setSoTimeout(500);
            byte[] question = """
                    OPTIONS sip:127.0.0.1:%d SIP/2.0
                    Via: SIP/2.0/UDP 127.0.0.1:%d;branch=z9hG4bKup%2$d;rport
                    From: <sip:test@127.0.0.1>;tag=up
                    To: <sip:127.0.0.1>
                    Call-ID: up%2$d
                    CSeq: 1 OPTIONS
                    Max-Forwards: 70
                    Content-Length: 0

                    """.formatted(port, socket.getLocalPort())
                    .replace("\n", "\r\n")
                    .getBytes(US_ASCII);
            socket.send(new DatagramPacket(question, question.length, sip()));
            DatagramPacket answer = new DatagramPacket(new byte[2000], 2000);
            socket.receive(answer);
            return new String(answer.getData(), 0, answer.getLength(), US_ASCII).startsWith("SIP/2.0 200");
        } catch (SocketTimeoutException | PortUnreachableException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
