package org.hotline.call.sip;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.hotline.call.sip.stack.Flow;
import org.hotline.call.sip.stack.Tags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks our own UDP port every few seconds whether anybody is there: an Error in one of the stack's UDP workers kills it for
 * ever (telephony defect 3), and nobody would notice but the callers.
 */
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final InetSocketAddress us;
    private final Thread thread = Thread.ofVirtual().name("sip-watchdog").unstarted(this::watch);
    private volatile long answered = System.nanoTime();
    private volatile boolean closed;

    Watchdog(InetAddress address, int port) {
        us = new InetSocketAddress(address, port);
    }

    void start() {
        thread.start();
    }

    Duration sinceAnswer() {
        return Duration.ofNanos(System.nanoTime() - answered);
    }

    /** Threads of the stack that work on UDP, of all stacks in this process. */
    static int workers() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("UDPMessageChannelThread"))
                .count();
    }

    private void watch() {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(us.getAddress(), 0))) {
            socket.setSoTimeout((int) PERIOD.toMillis());
            while (!closed) {
                ask(socket);
            }
        } catch (IOException failure) {
            if (closed) {
                return;
            }
            LOG.atError().setCause(failure).log("The watchdog of the SIP endpoint cannot ask");
        }
    }

    /** One question and, at the end of the period, whether it was answered. */
    private void ask(DatagramSocket socket) throws IOException {
        byte[] question = question(socket).getBytes(StandardCharsets.US_ASCII);
        socket.send(new DatagramPacket(question, question.length, us));
        long end = System.nanoTime() + PERIOD.toNanos();
        while (!closed && System.nanoTime() < end) {
            try {
                socket.receive(new DatagramPacket(new byte[2_048], 2_048));
                answered = System.nanoTime();
            } catch (SocketTimeoutException silence) {
                complain();
            }
        }
    }

    /** One lost datagram is nobody's fault. */
    private void complain() {
        if (sinceAnswer().compareTo(SipHealth.LONGEST) > 0) {
            LOG.atError().addKeyValue("for", sinceAnswer()).log("The SIP endpoint does not answer itself");
        }
    }

    private String question(DatagramSocket socket) {
        String here = Flow.literal(us.getAddress());
        return "OPTIONS sip:" + here + ":" + us.getPort() + " SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP " + here + ":" + socket.getLocalPort() + ";branch=z9hG4bK" + Tags.fresh() + "\r\n"
                + "Max-Forwards: 0\r\nFrom: <sip:watchdog@" + here + ">;tag=1\r\nTo: <sip:" + here + ">\r\n"
                + "Call-ID: " + Tags.fresh() + "\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n";
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
