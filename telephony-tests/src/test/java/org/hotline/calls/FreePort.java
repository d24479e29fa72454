package org.hotline.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;

/** Ports for programs that want to be told one. */
final class FreePort {
    private FreePort() {}

    /** A port of loopback that no UDP socket has just now. */
    static int find() {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("no port is free", none);
        }
    }
}
