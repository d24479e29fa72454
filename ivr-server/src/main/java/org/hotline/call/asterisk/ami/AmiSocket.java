package org.hotline.call.asterisk.ami;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * The connection's bytes, with the bounds that the library does not have: so long a line, so many lines a message. What
 * breaks them ends the connection. One reader, one writer.
 */
final class AmiSocket extends AsteriskSocket {
    /** A variable's value may be some kilobytes long; the longest events have some sixty lines. */
    private static final int LONGEST_LINE = 65_536;

    private static final int MOST_LINES = 2_000;

    private final byte[] bytes = new byte[16_384];
    private int at;
    private int end;
    private int lines;

    AmiSocket(AmiSettings settings) throws IOException {
        super(new Socket());
        int patience = (int) settings.patience().toMillis();
        try {
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), patience);
            socket.setTcpNoDelay(true);
        } catch (IOException unreachable) {
            socket.close();
            throw unreachable;
        }
    }

    @Override
    public @Nullable String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int next = read(in); next != '\n'; next = read(in)) {
            if (next < 0) {
                return null; // a line without its end is a message without its end
            }
            if (line.length() == LONGEST_LINE) {
                throw new IOException("a line of more than " + LONGEST_LINE + " characters");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        lines = line.isEmpty() ? 0 : lines + 1;
        if (lines > MOST_LINES) {
            throw new IOException("a message of more than " + MOST_LINES + " lines");
        }
        return text(line);
    }

    private int read(InputStream in) throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(bytes));
        }
        return at < end ? bytes[at++] & 0xFF : -1;
    }
}
