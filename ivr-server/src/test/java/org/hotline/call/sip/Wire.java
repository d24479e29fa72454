package org.hotline.call.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.call.sip.stack.Flow;
import org.hotline.call.sip.stack.Tags;

/** A peer that speaks raw SIP text over UDP: it can say anything, also what no honest phone would. */
final class Wire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DatagramSocket socket;
    private final InetSocketAddress server;
    private int branches;
    private String contact = "";

    Wire(int port) {
        this("127.0.0.1", port);
    }

    Wire(String host, int port) {
        this(host, host, port);
    }

    /** A peer with an address of its own. */
    Wire(String local, String host, int port) {
        try {
            server = new InetSocketAddress(InetAddress.ofLiteral(host), port);
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(local), 0));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    String host() {
        return Flow.literal(socket.getLocalAddress());
    }

    /** From now on says to be at {@code uri}, whether that is so or not. */
    Wire contact(String uri) {
        contact = uri;
        return this;
    }

    private String contact() {
        return contact.isEmpty() ? "sip:tester@" + host() + ":" + port() : contact;
    }

    /** A branch not used before. */
    String branch() {
        return "z9hG4bK" + Tags.fresh() + branches++;
    }

    void send(String message) {
        send(message.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) {
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, server));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The next message, if one comes within two seconds. */
    Optional<String> receive() {
        return receive(PATIENCE);
    }

    Optional<String> receive(Duration patience) {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        try {
            socket.setSoTimeout((int) patience.toMillis());
            socket.receive(packet);
            return Optional.of(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
        } catch (SocketTimeoutException nothing) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The next final response, passing over provisional ones and requests. */
    String answer() {
        return next("SIP/2\\.0 [2-6]\\d\\d .*");
    }

    /** The next message whose first line matches, passing over others. */
    String next(String firstLine) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() < end) {
            Optional<String> message = receive();
            if (message.isPresent()
                    && message.get().lines().findFirst().orElse("").matches(firstLine)) {
                return message.get();
            }
        }
        throw new AssertionError("no message came that begins with " + firstLine);
    }

    static int status(String response) {
        return Integer.parseInt(response.split(" ", 3)[1]);
    }

    /** The value of a header, of the first one if there are more. */
    static Optional<String> header(String message, String name) {
        Matcher found = Pattern.compile("(?mi)^" + Pattern.quote(name) + "\\s*:\\s*(.*?)\\s*$")
                .matcher(message);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** A request with all a request must have; {@code more} are further header lines, each ended. */
    String request(
            String method, String uri, String to, String from, String callId, int cseq, String more, String body) {
        return method + " " + uri + " SIP/2.0\n"
                + "Via: SIP/2.0/UDP " + host() + ":" + port() + ";rport;branch=" + branch() + "\n"
                + "Max-Forwards: 70\n"
                + "From: " + from + "\n"
                + "To: " + to + "\n"
                + "Call-ID: " + callId + "\n"
                + "CSeq: " + cseq + " " + method + "\n"
                + "Contact: <" + contact() + ">\n"
                + more
                + "Content-Length: "
                + body.replace("\r\n", "\n").replace("\n", "\r\n").length() + "\n\n"
                + body;
    }

    /** Answers a request of the server; {@code more} are further header lines, each ended. */
    void reply(String request, String status, String more, String body) {
        StringBuilder response = new StringBuilder("SIP/2.0 " + status + "\n");
        all(request, "Via").forEach(via -> response.append("Via: ").append(via).append('\n'));
        all(request, "Record-Route")
                .forEach(hop -> response.append("Record-Route: ").append(hop).append('\n'));
        for (String name : List.of("From", "To", "Call-ID", "CSeq")) {
            String value = header(request, name).orElseThrow();
            boolean tagged = !name.equals("To") || value.contains(";tag=");
            response.append(name).append(": ").append(value).append(tagged ? "\n" : ";tag=phone\n");
        }
        String type = body.isEmpty() ? "" : "Content-Type: application/sdp\n";
        send(response + more + "Contact: <" + contact() + ">\n" + type + "Content-Length: "
                + body.replace("\n", "\r\n").length() + "\n\n" + body);
    }

    private static List<String> all(String message, String name) {
        return message.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    /** An offer of G.711 to a port nobody listens on. */
    String offer() {
        return offer("sendrecv");
    }

    String offer(String direction) {
        return """
                v=0
                o=tester 1 1 IN IP4 127.0.0.1
                s=-
                c=IN IP4 127.0.0.1
                t=0 0
                m=audio 30002 RTP/AVP 0 8 101
                a=rtpmap:101 telephone-event/8000
                a=%s
                """.formatted(direction);
    }

    @Override
    public void close() {
        socket.close();
    }
}
