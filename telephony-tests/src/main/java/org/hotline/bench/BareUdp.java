package org.hotline.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** The physical floor: what the system asks for to send and to receive one RTP packet, and nothing else done. */
final class BareUdp {
    private static final int PACKET = 172;
    private static final int ROUNDS = 200_000;

    private BareUdp() {}

    /** CPU microseconds of one send and one receive on loopback, the better of two runs. */
    static double microsPerPacketBothWays() throws IOException {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (DatagramChannel from = DatagramChannel.open().bind(here);
                DatagramChannel to = DatagramChannel.open().bind(here)) {
            return Math.min(run(from, to), run(from, to));
        }
    }

    private static double run(DatagramChannel from, DatagramChannel to) throws IOException {
        ByteBuffer out = ByteBuffer.allocateDirect(PACKET);
        ByteBuffer in = ByteBuffer.allocateDirect(2048);
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < ROUNDS; i++) {
            from.send(out.clear(), to.getLocalAddress());
            to.receive(in.clear());
        }
        return (threads.getCurrentThreadCpuTime() - before) / 1e3 / ROUNDS;
    }
}
