package org.hotline.call.rtp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A relay between two legs on loopback that loses, delays and so reorders packets. */
final class BadLine implements AutoCloseable {
    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Random random = new Random(11);
    private final InetSocketAddress one;
    private final InetSocketAddress other;
    private final Counter lost = new Counter();
    private final int lossPercent;
    private final int jitterMillis;

    BadLine(RtpLeg one, RtpLeg other, int lossPercent, int jitterMillis) throws IOException {
        this.one = one.local();
        this.other = other.local();
        this.lossPercent = lossPercent;
        this.jitterMillis = jitterMillis;
        one.connect(MediaFormat.of(local(), Codec.PCMU));
        other.connect(MediaFormat.of(local(), Codec.PCMU));
        Thread.ofVirtual().start(this::relay);
    }

    /** Packets lost so far, both ways. */
    long lost() {
        return lost.value();
    }

    private InetSocketAddress local() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void relay() {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        try {
            while (true) {
                socket.receive(packet);
                forward(packet);
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void forward(DatagramPacket packet) {
        if (random.nextInt(100) < lossPercent) {
            lost.increment();
            return;
        }
        InetSocketAddress to = packet.getPort() == one.getPort() ? other : one;
        DatagramPacket copy =
                new DatagramPacket(Arrays.copyOf(packet.getData(), packet.getLength()), packet.getLength(), to);
        long delay = random.nextInt(jitterMillis + 1);
        CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS).execute(() -> send(copy));
    }

    private void send(DatagramPacket packet) {
        try {
            socket.send(packet);
        } catch (IOException closed) {
            // A packet that was still under way when the test ended.
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
