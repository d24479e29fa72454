package org.hotline.call.sip.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** Finds a port that is free on all addresses for UDP and TCP; the stack wants a number. */
public final class FreePort {
    private static final int ATTEMPTS = 50;

    private FreePort() {}

    /** @throws UncheckedIOException if none of many is */
    public static int on(List<InetAddress> addresses) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = any(addresses.getFirst());
            if (addresses.stream().allMatch(address -> isFree(address, port))) {
                return port;
            }
        }
        throw new UncheckedIOException(new IOException("No port is free for SIP on all of " + addresses));
    }

    private static int any(InetAddress address) {
        try (DatagramSocket probe = new DatagramSocket(new InetSocketAddress(address, 0))) {
            return probe.getLocalPort();
        } catch (IOException refused) {
            throw new UncheckedIOException(
                    "Cannot bind SIP to " + Flow.literal(address) + ": is it an address of this machine?", refused);
        }
    }

    private static boolean isFree(InetAddress address, int port) {
        try (DatagramSocket udp = new DatagramSocket(new InetSocketAddress(address, port));
                ServerSocket tcp = new ServerSocket(port, 1, address)) {
            return udp.isBound() && tcp.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
