package org.hotline.call.rtp;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the datagrams of all legs on one thread and hands each to its leg.
 *
 * <p>After each look it lets packets gather for {@link #GATHER_NANOS}: with hundreds of legs a selection then brings
 * dozens of packets instead of one, which costs a fraction of the CPU and at the most that delay. It takes one datagram
 * of each channel at a look: a flood on one does not keep the others waiting.
 */
final class Receiver implements AutoCloseable {
    /** Who gets the datagrams of a channel. Must not block. */
    interface Inlet {
        /** One datagram, between position and limit; the buffer is used again afterwards. */
        void arrived(ByteBuffer datagram, SocketAddress from, long nanos);
    }

    private static final long GATHER_NANOS = 1_000_000;
    private static final int LARGEST = 2048;
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);

    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST);
    private final Thread thread = new Thread(this::run, "rtp-receiver");
    private final Counter received = new Counter();
    private final Counter failures = new Counter();

    Receiver() throws IOException {
        selector = Selector.open();
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void add(DatagramChannel channel, Inlet inlet) throws ClosedChannelException {
        channel.register(selector, SelectionKey.OP_READ, inlet);
        selector.wakeup();
    }

    /** Frees the ports of closed channels at once; a closed channel keeps its port until the next selection. */
    void forget() {
        selector.wakeup();
    }

    long received() {
        return received.value();
    }

    long failures() {
        return failures.value();
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }

    private void run() {
        Urgency.claim();
        while (selector.isOpen()) {
            try {
                if (selector.select(this::read) > 0) {
                    LockSupport.parkNanos(this, GATHER_NANOS);
                }
            } catch (ClosedSelectorException closed) {
                return;
            } catch (IOException | RuntimeException failure) {
                failures.increment();
                LOG.atError().setCause(failure).log("Reading media failed");
            }
        }
    }

    private void read(SelectionKey key) {
        try {
            DatagramChannel channel = (DatagramChannel) key.channel();
            Inlet inlet = (Inlet) key.attachment();
            SocketAddress from = channel.receive(buffer.clear());
            if (from != null) {
                received.increment();
                inlet.arrived(buffer.flip(), from, System.nanoTime());
            }
        } catch (CancelledKeyException | ClosedChannelException closed) {
            key.cancel();
        } catch (Throwable failure) {
            // One leg's trouble must not deafen the others.
            failures.increment();
            if (Long.bitCount(failures.value()) == 1) {
                LOG.atError()
                        .setCause(failure)
                        .addKeyValue("failures", failures.value())
                        .log("A datagram could not be read");
            }
        }
    }
}
