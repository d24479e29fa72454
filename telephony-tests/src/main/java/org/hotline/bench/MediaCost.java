package org.hotline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.hotline.call.rtp.Codec;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.MediaFormat;
import org.hotline.call.rtp.RtpLeg;

/** What the media of a call costs when nothing is said: two sockets, opened, connected and closed. */
final class MediaCost {
    private static final int LEGS = 2_000;
    private static final long APART = Duration.ofMillis(2).toNanos();

    private MediaCost() {}

    /** CPU of this process for each of many legs, less what it uses without any, nanoseconds. */
    static long nanos(MediaEngine media) {
        long idle = cpu();
        pause(LEGS * APART);
        idle = cpu() - idle;
        long before = cpu();
        long next = System.nanoTime();
        for (int i = 0; i < LEGS; i++) {
            next += APART;
            pause(next - System.nanoTime());
            open(media);
        }
        return (cpu() - before - idle) / LEGS;
    }

    private static void open(MediaEngine media) {
        InetAddress here = InetAddress.ofLiteral("127.0.0.1");
        try (RtpLeg leg = media.open(here)) {
            leg.connect(MediaFormat.of(new InetSocketAddress(here, 9), Codec.PCMU));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
