package org.hotline.call.asterisk;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.hotline.call.asterisk.ami.AsteriskSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection of one AGI session, with the bounds that the library does not have: so many lines, so long a line, so
 * long a wait in all. What breaks them is closed, with one line in the log. One thread.
 */
final class AgiSocket extends AsteriskSocket {
    /** Asterisk sends about 25 header lines and one for each argument. */
    private static final int MOST_LINES = 200;

    private static final int LONGEST_LINE = 2_048;
    private static final Duration LONGEST_READING = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(AgiSocket.class);

    private final InputStream in;
    private final byte[] bytes = new byte[4_096];
    private long patience = LONGEST_READING.toNanos();
    private int at;
    private int end;
    private int lines;

    AgiSocket(Socket socket) throws IOException {
        super(socket);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    @Override
    public @Nullable String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        if (++lines > MOST_LINES) {
            throw refused("more than " + MOST_LINES + " lines");
        }
        for (int next = read(); next != '\n'; next = read()) {
            if (next < 0) {
                return line.isEmpty() ? null : line.toString();
            }
            if (line.length() == LONGEST_LINE) {
                throw refused("a line of more than " + LONGEST_LINE + " characters");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return text(line);
    }

    private int read() throws IOException {
        return at < end || fill() ? bytes[at++] & 0xFF : -1;
    }

    /** Counts the waiting only: our own thinking takes nothing from the other side's time. False at the end. */
    private boolean fill() throws IOException {
        long began = System.nanoTime();
        try {
            socket.setSoTimeout((int) Math.max(1, patience / 1_000_000));
            at = 0;
            end = in.read(bytes);
            return end > 0;
        } catch (SocketTimeoutException slow) {
            throw refused("silent for too long");
        } finally {
            patience -= System.nanoTime() - began;
        }
    }

    private IOException refused(String why) {
        LOG.atWarn()
                .addKeyValue("source", socket.getInetAddress().getHostAddress())
                .addKeyValue("what", why)
                .log("An AGI session was closed");
        return new IOException(why);
    }
}
