package org.hotline.bench;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A peer: what sipp needs to echo one RTP packet, written in C and doing nothing else with it. */
final class SippEcho {
    private static final int PACKET = 172;
    private static final Duration LENGTH = Duration.ofSeconds(3);

    private SippEcho() {}

    /** CPU microseconds for one packet received and sent back, at the packet rate of {@code calls}; empty without sipp. */
    static Optional<Double> microsPerPacketBothWays(int calls) throws IOException {
        int signalling = freePort();
        int media = freePort() & ~1;
        Process sipp;
        try {
            sipp = new ProcessBuilder(List.of(
                            "sipp",
                            "-sn",
                            "uas",
                            "-rtp_echo",
                            "-nostdin",
                            "-i",
                            "127.0.0.1",
                            "-p",
                            Integer.toString(signalling),
                            "-mi",
                            "127.0.0.1",
                            "-mp",
                            Integer.toString(media)))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException absent) {
            return Optional.empty();
        }
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), media));
            channel.configureBlocking(false);
            return awaitEcho(channel) ? Optional.of(measure(channel, sipp.pid(), calls)) : Optional.empty();
        } finally {
            sipp.destroy();
            stopped(sipp);
        }
    }

    private static boolean awaitEcho(DatagramChannel channel) {
        ByteBuffer packet = ByteBuffer.allocateDirect(PACKET);
        long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        while (System.nanoTime() < end) {
            try {
                channel.write(packet.clear());
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                if (channel.read(packet.clear()) > 0) {
                    return true;
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        return false;
    }

    private static double measure(DatagramChannel channel, long process, int calls) throws IOException {
        ByteBuffer packet = ByteBuffer.allocateDirect(PACKET);
        long before = Machine.cpuNanos(process);
        long start = System.nanoTime();
        long millis = LENGTH.toMillis();
        int perMillisecond = Math.max(1, calls * 50 / 1000);
        long echoed = 0;
        for (long beat = 0; beat < millis; beat++) {
            for (int i = 0; i < perMillisecond; i++) {
                channel.write(packet.clear());
            }
            while (channel.read(packet.clear()) > 0) {
                echoed++;
            }
            for (long left = 1; left > 0; left = start + (beat + 1) * 1_000_000 - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
        return (Machine.cpuNanos(process) - before) / 1e3 / Math.max(1, echoed);
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void stopped(Process process) {
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
