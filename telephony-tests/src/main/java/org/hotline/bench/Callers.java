package org.hotline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.hotline.call.rtp.Urgency;

/**
 * The far side of many calls: sends each call its own voice every 20 ms, and looks at everything that comes back: order,
 * gaps, timestamps, distance in time, and whether it is the right party's voice. It shares no code with the
 * server but the request to be scheduled in time.
 *
 * <p>Two threads: one sends on an absolute schedule, one receives. Ten calls share a socket.
 */
final class Callers implements AutoCloseable {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final int CALLS_PER_SOCKET = 10;
    private static final int SLOTS = 20;
    private static final int HEADER = 12;
    private static final int FRAME = 160;

    private final List<DatagramChannel> sockets = new ArrayList<>();
    private final List<FarParty> parties = new ArrayList<>();
    private final Deviations gaps = new Deviations();
    private final Deviations lateness = new Deviations();
    private final Selector selector = Selector.open();
    private final Thread sender = new Thread(this::send, "bench-sender");
    private final Thread receiver = new Thread(this::receive, "bench-receiver");
    private volatile boolean open = true;
    private volatile boolean measuring;

    /** @param bridged whether each two hear one another instead of the server */
    Callers(int legs, boolean bridged) throws IOException {
        for (int i = 0; i < legs; i++) {
            if (i % CALLS_PER_SOCKET == 0) {
                sockets.add(socket());
            }
            parties.add(new FarParty(RtpBench.theirs(i), bridged ? RtpBench.theirs(i ^ 1) : RtpBench.ours(i)));
        }
    }

    private static DatagramChannel socket() throws IOException {
        DatagramChannel socket = DatagramChannel.open();
        socket.setOption(StandardSocketOptions.SO_RCVBUF, 2 << 20);
        socket.configureBlocking(false);
        return socket.bind(new InetSocketAddress(HERE, 0));
    }

    /** The port at which each call is received. */
    List<String> ports() throws IOException {
        List<String> ports = new ArrayList<>();
        for (int i = 0; i < parties.size(); i++) {
            InetSocketAddress local = (InetSocketAddress) socketOf(i).getLocalAddress();
            ports.add(Integer.toString(local.getPort()));
        }
        return ports;
    }

    /** Begins to talk to the server's ports, one for each call. */
    void start(List<Integer> remote) throws IOException {
        for (int i = 0; i < parties.size(); i++) {
            parties.get(i).remote = new InetSocketAddress(HERE, remote.get(i));
        }
        for (int s = 0; s < sockets.size(); s++) {
            int first = s * CALLS_PER_SOCKET;
            List<FarParty> served = parties.subList(first, Math.min(parties.size(), first + CALLS_PER_SOCKET));
            sockets.get(s).register(selector, SelectionKey.OP_READ, served);
        }
        sender.start();
        receiver.start();
    }

    void measure(boolean on) {
        measuring = on;
    }

    /** Distances between packets of one call, less 20 ms, as seen by our receiver. */
    Deviations gaps() {
        return gaps;
    }

    /** How late we sent ourselves: what a thread that only sleeps and sends is kept waiting on this machine. */
    Deviations lateness() {
        return lateness;
    }

    /** What was wrong, summed up over all calls. */
    FarParty.Faults faults() {
        return parties.stream().map(FarParty::faults).reduce(new FarParty.Faults(0, 0, 0, 0, 0), FarParty.Faults::plus);
    }

    /** Calls with any fault, or without a single packet. */
    long failed() {
        return parties.stream().filter(party -> !party.faults().isFlawless()).count();
    }

    @Override
    public void close() throws IOException {
        open = false;
        selector.close();
        for (DatagramChannel socket : sockets) {
            socket.close();
        }
    }

    private DatagramChannel socketOf(int call) {
        return sockets.get(call / CALLS_PER_SOCKET);
    }

    private void send() {
        Urgency.claim(); // or what is measured is how long we wait for a processor ourselves
        ByteBuffer packet = ByteBuffer.allocateDirect(HEADER + FRAME);
        long start = System.nanoTime();
        try {
            for (long beat = 0; open; beat++) {
                for (long left = 1; left > 0; left = start + beat * 1_000_000 - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                if (measuring) {
                    lateness.add(System.nanoTime() - start - beat * 1_000_000);
                }
                for (int call = (int) (beat % SLOTS); call < parties.size(); call += SLOTS) {
                    FarParty party = parties.get(call);
                    socketOf(call).send(party.next(packet, beat / SLOTS), party.remote);
                }
            }
        } catch (IOException failure) {
            if (open) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void receive() {
        Urgency.claim();
        ByteBuffer packet = ByteBuffer.allocateDirect(2048);
        try {
            while (open) {
                selector.select(
                        key -> drain((DatagramChannel) key.channel(), (List<FarParty>) key.attachment(), packet));
            }
        } catch (ClosedSelectorException closed) {
            // The benchmark is over.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void drain(DatagramChannel socket, List<FarParty> served, ByteBuffer packet) {
        try {
            for (SocketAddress from = socket.receive(packet.clear());
                    from != null;
                    from = socket.receive(packet.clear())) {
                long now = System.nanoTime();
                for (FarParty party : served) {
                    if (party.remote.equals(from)) {
                        party.heard(packet.flip(), now, measuring, gaps);
                    }
                }
            }
        } catch (IOException failure) {
            if (open) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
