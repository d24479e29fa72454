package org.hotline.call.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where Asterisk connects the sound of its calls: one thread reads all of it, parses and posts, and waits for nobody. */
final class AudioDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AudioDoor.class);

    /** What waits to be sent to an Asterisk that is slow: a quarter of a second, for later it is not worth hearing. */
    private static final int SEND_BUFFER = 4_096;

    private static final long LOOK_MILLIS = 250;
    private static final long PATIENCE = 3_000_000_000L;

    private final AsteriskSettings settings;
    private final Ledger ledger;
    private final Selector selector;
    private final ServerSocketChannel door;
    private final Thread thread = new Thread(this::run, "asterisk-audio");
    private volatile boolean open = true;

    /** @throws UncheckedIOException if it cannot listen there */
    AudioDoor(AsteriskSettings settings, Ledger ledger) {
        this.settings = settings;
        this.ledger = ledger;
        InetSocketAddress address = new InetSocketAddress(settings.address(), settings.audioPort());
        try {
            selector = Selector.open();
            door = ServerSocketChannel.open();
            door.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            door.bind(address, 500);
            door.configureBlocking(false);
            door.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException inUse) {
            throw new UncheckedIOException(
                    "cannot listen for AudioSocket on " + address + ": choose another asterisk.audio-port", inUse);
        }
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    int port() {
        return door.socket().getLocalPort();
    }

    private void run() {
        long swept = System.nanoTime();
        while (open) {
            try {
                selector.select(this::serve, LOOK_MILLIS);
                long now = System.nanoTime();
                if (now - swept > LOOK_MILLIS * 1_000_000) {
                    swept = now;
                    sweep(now);
                }
            } catch (IOException | RuntimeException | Error fault) {
                LOG.error("Reading sound from Asterisk failed; going on", fault);
            }
        }
    }

    private void serve(SelectionKey key) {
        if (key.isValid() && key.isAcceptable()) {
            accept();
        } else if (key.isValid() && key.attachment() instanceof Visitor visitor && !visitor.read()) {
            close(key);
        }
    }

    private void accept() {
        try {
            SocketChannel channel = door.accept();
            if (channel == null) {
                return;
            }
            InetSocketAddress source = (InetSocketAddress) channel.getRemoteAddress();
            // Twice as many as there can be calls: some are still closing.
            if (!settings.accepts(source.getAddress()) || selector.keys().size() > 2 * settings.callLimit()) {
                LOG.atWarn()
                        .addKeyValue("source", source.getAddress().getHostAddress())
                        .log("An AudioSocket was refused: not a configured source, or too many");
                channel.close();
                return;
            }
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
            String name = source.getAddress().getHostAddress() + ":" + source.getPort();
            channel.register(selector, SelectionKey.OP_READ, new Visitor(channel, name, ledger));
        } catch (IOException gone) {
            LOG.atDebug().setCause(gone).log("An AudioSocket went before it was accepted");
        }
    }

    private void sweep(long now) {
        for (SelectionKey key : List.copyOf(selector.keys())) {
            if (key.attachment() instanceof Visitor visitor
                    && (!key.channel().isOpen() || visitor.isOverdue(now, PATIENCE))) {
                close(key);
            }
        }
    }

    private static void close(SelectionKey key) {
        key.cancel();
        try {
            key.channel().close();
        } catch (IOException closed) {
            LOG.atDebug().setCause(closed).log("An AudioSocket did not close");
        }
    }

    @Override
    public void close() {
        open = false;
        selector.wakeup();
        try {
            thread.join(1_000);
            for (SelectionKey key : List.copyOf(selector.keys())) {
                close(key);
            }
            selector.close();
        } catch (IOException fault) {
            LOG.warn("The door of AudioSocket did not close", fault);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
