package org.hotline.call.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.DefaultAgiServer;
import org.asteriskjava.util.ServerSocketFacade;
import org.asteriskjava.util.SocketConnectionFacade;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where Asterisk asks what to do with a call: FastAGI, for configured sources only, a virtual thread a session. */
final class AgiServer extends DefaultAgiServer implements AutoCloseable {
    private static final int BACKLOG = 500;
    private static final int SESSIONS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(AgiServer.class);

    private final AsteriskSettings settings;
    private final ServerSocket door;

    /** @throws UncheckedIOException if it cannot listen there */
    AgiServer(AsteriskSettings settings, AgiScript script) {
        super(script);
        this.settings = settings;
        InetSocketAddress address = new InetSocketAddress(settings.address(), settings.agiPort());
        try {
            door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(address, BACKLOG);
        } catch (IOException inUse) {
            throw new UncheckedIOException(
                    "cannot listen for FastAGI on " + address + ": choose another asterisk.agi-port", inUse);
        }
    }

    void start() {
        Thread.ofVirtual().name("asterisk-agi").start(() -> {
            try {
                startup();
            } catch (IOException fault) {
                LOG.error("FastAGI does not listen any more", fault);
            }
        });
    }

    @Override
    public int getPort() {
        return door.getLocalPort();
    }

    @Override
    protected ServerSocketFacade createServerSocket() {
        return new Door();
    }

    @Override
    protected ThreadPoolExecutor createPool() {
        return new ThreadPoolExecutor(
                0,
                SESSIONS,
                1,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofVirtual().name("agi-", 0).factory());
    }

    @Override
    public void close() {
        shutdown();
        try {
            door.close();
        } catch (IOException fault) {
            LOG.warn("The door of FastAGI did not close", fault);
        }
    }

    /** Lets in whom the settings name. */
    private final class Door implements ServerSocketFacade {
        @Override
        public SocketConnectionFacade accept() throws IOException {
            while (true) {
                Socket socket = door.accept();
                if (settings.accepts(socket.getInetAddress())) {
                    return new AgiSocket(socket);
                }
                LOG.atWarn()
                        .addKeyValue("source", socket.getInetAddress().getHostAddress())
                        .log("An AGI session was refused: not a configured source");
                socket.close();
            }
        }

        @Override
        public void setSocketReadTimeout(int millis) {}

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
