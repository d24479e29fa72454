package org.hotline.call.rtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.hotline.audio.Frame;

/**
 * The reports of a leg (RFC 3550 section 6): writes ours, about every 5 s, and reads the far side's. Call's thread, the
 * accessors any.
 */
final class Reports {
    /** Mean rounds between two reports: 5 s. */
    private static final int INTERVAL = 5 * Frame.PER_SECOND;

    private static final int LARGEST = 160;
    private static final int CANONICAL_NAME = 1;
    /** Seconds from 1900, where NTP begins, to 1970. */
    private static final long NTP_EPOCH = 2_208_988_800L;

    private final int source;
    private final Reception reception;
    private final byte[] name;
    private volatile int farFraction;
    private volatile long roundTrip = -1;
    private long next = -1;
    private int lastReport;
    private long lastReportCame;
    private long expectedBefore;
    private long lostBefore;

    /**
     * @param source our SSRC
     * @param name the canonical name of this process; it says nothing about anybody
     */
    Reports(int source, Reception reception, String name) {
        this.source = source;
        this.reception = reception;
        this.name = name.getBytes(StandardCharsets.US_ASCII);
    }

    /** True when it is time for a report. Times vary by half, lest all legs report at once (section 6.3.5). */
    boolean isDue(long round) {
        if (next >= 0 && round < next) {
            return false;
        }
        boolean first = next < 0;
        int pause = INTERVAL / 2 + ThreadLocalRandom.current().nextInt(INTERVAL);
        next = round + (first ? pause / 2 : pause);
        return !first;
    }

    /** Our report, to be sent {@code now}: a sender's if we have sent anything. */
    ByteBuffer write(Instant now, long nanos, int timestamp, long packets, long octets) {
        ByteBuffer into = ByteBuffer.allocate(LARGEST);
        int blocks = reception.any() ? 1 : 0;
        if (packets > 0) {
            header(into, blocks, RtcpPacket.SENDER_REPORT, 6 + 6 * blocks);
            into.putLong(ntp(now)).putInt(timestamp).putInt((int) packets).putInt((int) octets);
        } else {
            header(into, blocks, RtcpPacket.RECEIVER_REPORT, 1 + 6 * blocks);
        }
        if (blocks == 1) {
            block(into, nanos);
        }
        description(into);
        return into.flip();
    }

    /** Our farewell: an empty report and a BYE, as section 6.1 wants it. Any thread. */
    ByteBuffer goodbye() {
        ByteBuffer into = ByteBuffer.allocate(LARGEST);
        header(into, 0, RtcpPacket.RECEIVER_REPORT, 1);
        description(into);
        header(into, 1, RtcpPacket.GOODBYE, 1);
        return into.flip();
    }

    /** Takes what the far side sent, which came at {@code now}. */
    void accept(RtcpPacket packet, Instant now, long nanos) {
        if (!(packet instanceof RtcpPacket.Report report)) {
            return;
        }
        if (report.sentAt() != 0) {
            lastReport = report.sentAt();
            lastReportCame = nanos;
        }
        for (RtcpPacket.Block block : report.blocks()) {
            if (block.source() == source) {
                farFraction = block.fractionLost();
                measure(block, now);
            }
        }
    }

    /** The share of our packets that the far side lately missed, 0 to 1. */
    double farLoss() {
        return farFraction / 256.0;
    }

    /** From us to the far side and back, once measured (section 6.4.1). */
    Optional<Duration> roundTrip() {
        long units = roundTrip;
        return units < 0 ? Optional.empty() : Optional.of(Duration.ofNanos((units * 1_000_000_000L) >> 16));
    }

    private void measure(RtcpPacket.Block block, Instant now) {
        int units = (int) (ntp(now) >> 16) - block.lastReport() - block.delay();
        if (block.lastReport() != 0 && units >= 0) {
            roundTrip = units;
        }
    }

    private void block(ByteBuffer into, long nanos) {
        long lost = reception.lostInStream();
        long expected = reception.expected();
        long missed = Math.max(0, lost - lostBefore);
        long awaited = Math.max(1, expected - expectedBefore);
        lostBefore = lost;
        expectedBefore = expected;
        into.putInt(reception.source());
        into.putInt((int) (Math.min(255, missed * 256 / awaited) << 24) | Math.clamp(lost, 0, 0x7FFFFF));
        into.putInt(reception.highest()).putInt(reception.jitterSamples()).putInt(lastReport);
        into.putInt(lastReport == 0 ? 0 : (int) (((nanos - lastReportCame) << 16) / 1_000_000_000L));
    }

    private void header(ByteBuffer into, int count, int type, int words) {
        into.put((byte) (0x80 | count)).put((byte) type).putShort((short) words).putInt(source);
    }

    private void description(ByteBuffer into) {
        int words = (2 + name.length) / 4 + 1;
        header(into, 1, RtcpPacket.DESCRIPTION, 1 + words);
        into.put((byte) CANONICAL_NAME).put((byte) name.length).put(name);
        into.put(new byte[words * 4 - 2 - name.length]);
    }

    private static long ntp(Instant time) {
        return ((time.getEpochSecond() + NTP_EPOCH) << 32) | (((long) time.getNano() << 32) / 1_000_000_000L);
    }
}
