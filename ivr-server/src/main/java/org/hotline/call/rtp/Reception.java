package org.hotline.call.rtp;

import java.time.Duration;
import org.hotline.audio.Frame;

/**
 * What came and what did not, counted as RFC 3550 asks: extended sequence numbers (appendix A.1), losses (A.3), jitter
 * (A.8). One thread counts, any may read.
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // one writer
final class Reception {
    /** A jump of more than this is a new stream, not a loss (A.1: MAX_DROPOUT). */
    private static final int DROPOUT = 3000;

    private final Counter received = new Counter();
    private final Counter lostBefore = new Counter();
    private volatile boolean any;
    private volatile int source;
    private volatile long first;
    private volatile long highest;
    private volatile long inStream;
    private volatile double jitter;
    private boolean timed;
    private int lastTransit;

    /** Counts one packet of the far side, duplicates included. */
    void count(RtpPacket packet) {
        int step = (short) (packet.sequence() - (int) highest);
        if (!any || packet.source() != source || Math.abs(step) > DROPOUT) {
            begin(packet);
        } else {
            highest = Math.max(highest, highest + step);
        }
        inStream++;
        received.increment();
    }

    /** Takes a packet of sound into the jitter; keys repeat their timestamps and say nothing about it. */
    void time(RtpPacket packet) {
        // Modulo 2^32 like the timestamps themselves: only differences of transit times count.
        int transit = (int) (packet.arrival() * Frame.TELEPHONE_RATE / 1_000_000_000L) - packet.timestamp();
        if (timed) {
            jitter += (Math.abs((double) (transit - lastTransit)) - jitter) / 16;
        }
        lastTransit = transit;
        timed = true;
    }

    private void begin(RtpPacket packet) {
        lostBefore.add(any ? lostInStream() : 0);
        any = true;
        source = packet.source();
        // One round up, so that packets older than the first one do not go below zero.
        first = packet.sequence() + 0x10000L;
        highest = first;
        inStream = 0;
        jitter = 0;
        timed = false;
    }

    /** True once a packet came. */
    boolean any() {
        return any;
    }

    /** SSRC of the present stream. */
    int source() {
        return source;
    }

    long received() {
        return received.value();
    }

    /** Packets that never came, of all streams; late ones and duplicates make it smaller. */
    long lost() {
        return lostBefore.value() + (any ? lostInStream() : 0);
    }

    /** Packets that should have come in the present stream. */
    long expected() {
        return any ? highest - first + 1 : 0;
    }

    long lostInStream() {
        return expected() - inStream;
    }

    /** Highest sequence number, with the count of its rounds above the lower 16 bits. */
    int highest() {
        return (int) (highest - 0x10000L);
    }

    /** Interarrival jitter in samples. */
    int jitterSamples() {
        return (int) jitter;
    }

    Duration jitter() {
        return Duration.ofNanos((long) (jitter * 1_000_000_000L / Frame.TELEPHONE_RATE));
    }
}
