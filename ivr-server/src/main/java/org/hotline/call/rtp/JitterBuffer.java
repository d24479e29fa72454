package org.hotline.call.rtp;

import java.util.BitSet;
import java.util.Optional;

/**
 * Puts what was heard back on one even clock: sound is stored by RTP timestamp, so that order, packet length and pauses
 * of the far side do not matter, and given out 20 ms at a time.
 *
 * <p>How far it plays behind the line follows the jitter of the last seconds ({@link DelayTarget}); it moves there by
 * leaving out or waiting 20 ms, in quiet moments if it can. When somebody stands still (the far side, the network, we) and
 * all that was said meanwhile comes at once, nothing of it is left out: a late word is better than none.
 *
 * <pre>
 *   said      1 2 3 4 5 6 7 8 9 . . . . . . .
 *   arrives   1 2 3 . . . . 456789 . . . . .
 *   played      1 2 3 . . . . 4 5 6 7 8 9 .     quiet frames are left out until it is in step again
 * </pre>
 *
 * Pure: the time comes from outside, in samples of our clock. Call's thread.
 */
final class JitterBuffer {
    private static final int FRAME = PlayoutRing.FRAME;
    /** About two seconds of sound, a power of two; half of it may lie ahead. */
    private static final int SPAN = 16_384;

    private static final int AHEAD = SPAN / 2;
    /** A stream that leaps farther than half a second has another clock. */
    private static final int LEAP = SPAN / 4;

    /** A stream that comes late this many packets in a row has moved its clock. */
    private static final int LATE_IN_A_ROW = 5;

    /** A second behind sound is left out at once, so that a talk does not lag. */
    private static final int FAR_BEHIND = 50 * FRAME;

    /** Who waits that much longer than need be, and found nothing quiet to leave out for 4 s, loses one frame in ten. */
    private static final int HASTE = 6 * FRAME;

    private static final int PATIENCE = 200;
    private static final int ONE_IN = 10;

    private static final int QUIET = 200;

    private final short[] sound = new short[SPAN];
    private final BitSet present = new BitSet(SPAN);
    private final DelayTarget target;
    private boolean running;
    private int source;
    private int lastTimestamp;
    private long lastPosition;
    private long newest;
    private long playout;
    private int lateInARow;
    private int hasty;
    private final Counter late = new Counter();
    private final Counter duplicate = new Counter();

    /** Delays in samples. */
    JitterBuffer(int shortest, int longest) {
        target = new DelayTarget(shortest, longest);
    }

    /** Stores what a packet said; {@code now} is its arrival. Packets of more than 256 ms are ignored. */
    void put(RtpPacket packet, short[] samples, long now) {
        if (samples.length == 0 || samples.length > SPAN / 8) {
            return;
        }
        long at = lastPosition + (packet.timestamp() - lastTimestamp);
        if (running && isDry()) { // the time of what is missing has passed already
            moveTo(Math.max(playout, start(at, now)));
        }
        boolean pauseOver = packet.marker() && at >= newest;
        if (!running
                || packet.source() != source
                || Math.abs(at - Math.max(newest, playout)) > LEAP
                || lateInARow >= LATE_IN_A_ROW) {
            restart(packet);
            at = 0;
            pauseOver = true;
        }
        target.observe(at + samples.length, now);
        if (pauseOver) {
            moveTo(start(at, now));
        }
        if (at - playout > AHEAD) {
            moveTo(at - AHEAD / FRAME * FRAME);
        }
        lastTimestamp = packet.timestamp();
        lastPosition = at;
        store(at, samples);
    }

    /** The 20 ms to be heard at {@code now}; empty if they are missing: lost, late, or never sent. */
    Optional<short[]> pull(long now) {
        if (!running || isDry()) {
            return Optional.empty();
        }
        catchUp(target.ideal(now) - playout);
        long behind = target.ideal(now) - playout;
        if (behind < -HASTE || (behind < 0 && !holds(playout)) || (behind <= -FRAME && isQuiet(playout))) {
            return Optional.empty();
        }
        Optional<short[]> played = holds(playout) ? Optional.of(copy(playout)) : Optional.empty();
        moveTo(playout + FRAME);
        return played;
    }

    /** Where to play on from, if {@code at} is the next to be heard: not after it, even if it comes late. */
    private long start(long at, long now) {
        return at - roundUp(Math.max(0, at - target.ideal(now)));
    }

    /** Nothing came that has not been played. */
    private boolean isDry() {
        return newest < playout + FRAME;
    }

    private void catchUp(long behind) {
        hasty = behind > HASTE ? hasty + 1 : 0;
        boolean impatient = hasty > PATIENCE && hasty % ONE_IN == 0;
        if (behind > FAR_BEHIND) {
            moveTo(playout + roundUp(behind));
        } else if (behind >= 2 * FRAME && (!holds(playout) || isQuiet(playout) || impatient)) {
            moveTo(playout + FRAME);
        }
    }

    /** How much later than its arrival sound is played just now, at the least, in samples. */
    int delay() {
        return target.delay();
    }

    /** Packets that came after their moment. */
    long late() {
        return late.value();
    }

    /** Packets that came twice. */
    long duplicate() {
        return duplicate.value();
    }

    private void restart(RtpPacket packet) {
        running = true;
        source = packet.source();
        present.clear();
        target.restart();
        lateInARow = 0;
        newest = 0;
        playout = 0;
    }

    private void store(long at, short[] samples) {
        long end = at + samples.length;
        if (end <= playout) {
            late.increment();
            lateInARow++;
            return;
        }
        lateInARow = 0;
        if (present.get(index(end - 1))) {
            duplicate.increment();
            return;
        }
        int skipped = (int) Math.max(0, playout - at);
        pieces(at + skipped, samples.length - skipped, (from, done, count) -> {
            System.arraycopy(samples, skipped + done, sound, from, count);
            present.set(from, from + count);
        });
        newest = Math.max(newest, end);
    }

    /** Plays on from {@code position}; what lies before it is forgotten. */
    private void moveTo(long position) {
        int gone = Math.clamp(position - playout, 0, SPAN);
        pieces(playout, gone, (from, done, count) -> present.clear(from, from + count));
        playout = position;
    }

    private boolean holds(long position) {
        int from = index(position);
        int end = from + FRAME;
        return present.nextClearBit(from) >= Math.min(end, SPAN)
                && (end <= SPAN || present.nextClearBit(0) >= end - SPAN);
    }

    private boolean isQuiet(long position) {
        int sum = 0;
        for (long at = position; at < position + FRAME; at++) {
            sum += Math.abs(sound[index(at)]);
        }
        return sum / FRAME < QUIET;
    }

    private short[] copy(long position) {
        short[] samples = new short[FRAME];
        pieces(position, FRAME, (from, done, count) -> System.arraycopy(sound, from, samples, done, count));
        return samples;
    }

    /** A stretch of the ring, in one piece or, around its end, in two. */
    private interface Piece {
        void take(int from, int done, int count);
    }

    private static void pieces(long position, int length, Piece piece) {
        int from = index(position);
        int first = Math.min(length, SPAN - from);
        piece.take(from, 0, first);
        piece.take(0, first, length - first);
    }

    private static int index(long position) {
        return (int) position & (SPAN - 1);
    }

    private static long roundUp(long samples) {
        return Math.ceilDiv(samples, FRAME) * FRAME;
    }
}
