package org.hotline.call.asterisk.ami;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.asteriskjava.util.SocketConnectionFacade;

/**
 * A connection to Asterisk as the library wants it, but for how lines are read: that is where AGI and AMI need their own
 * bounds. One reader, one writer.
 */
public abstract class AsteriskSocket implements SocketConnectionFacade {
    /** The connection itself. */
    protected final Socket socket;

    private final StringBuilder unsent = new StringBuilder();

    /** @param socket closed with this */
    protected AsteriskSocket(Socket socket) {
        this.socket = socket;
    }

    /** A line that came byte by byte, as the text it was. */
    protected static String text(StringBuilder bytes) {
        return new String(bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Override
    public final void write(String text) {
        unsent.append(text);
    }

    @Override
    public final void flush() throws IOException {
        socket.getOutputStream().write(unsent.toString().getBytes(StandardCharsets.UTF_8));
        unsent.setLength(0);
    }

    @Override
    public final void close() throws IOException {
        socket.close();
    }

    @Override
    public final boolean isConnected() {
        return !socket.isClosed();
    }

    @Override
    public final InetAddress getLocalAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public final int getLocalPort() {
        return socket.getLocalPort();
    }

    @Override
    public final InetAddress getRemoteAddress() {
        return socket.getInetAddress();
    }

    @Override
    public final int getRemotePort() {
        return socket.getPort();
    }
}
