package org.hotline.call.rtp;

import java.nio.ByteBuffer;
import org.hotline.audio.Frame;

/**
 * The few encoded frames between the call's thread, which says them, and the pacer, which sends them. One writer, one
 * reader, no lock, no allocation.
 *
 * <p>A thread that was late catches up and leaves more frames here than it needs; they would delay all that is said after
 * them to the end of the call. So while there are more than {@link #ENOUGH}, quiet ones are left out.
 */
final class PlayoutRing {
    /** Bytes of G.711 in 20 ms. */
    static final int FRAME = Frame.TELEPHONE_RATE / Frame.PER_SECOND;

    /** Frames it holds: 60 ms is the most that speech is ahead of the line, and so the most that barge-in waits. */
    static final int CAPACITY = 3;

    /** Frames that are there when all goes well: the next to be sent, and one in hand should the thread be late. */
    static final int ENOUGH = 2;

    /** Root mean square below which nobody misses a frame: about -44 dBFS, as in {@link JitterBuffer}. */
    private static final double QUIET = 200;

    private final byte[][] codes = new byte[CAPACITY][FRAME];
    private final Codec[] codecs = new Codec[CAPACITY];
    private volatile long said;
    private volatile long sent;

    /** Adds one frame; false if it was left out: the ring is full, or full enough for a quiet one. Call's thread. */
    boolean offer(Frame frame, Codec codec) {
        long at = said;
        if (waiting() == CAPACITY || (waiting() >= ENOUGH && frame.rms() < QUIET)) {
            return false;
        }
        int slot = (int) (at % CAPACITY);
        codec.encode(frame.samples(), codes[slot]);
        codecs[slot] = codec;
        said = at + 1;
        return true;
    }

    /** Frames that are still to be sent. */
    int waiting() {
        return (int) (said - sent);
    }

    /** Appends the oldest frame to {@code into}, or silence; false if there was none in this codec. Pacer's thread. */
    boolean poll(ByteBuffer into, Codec codec, byte[] silence) {
        long at = sent;
        if (at == said) {
            into.put(silence);
            return false;
        }
        int slot = (int) (at % CAPACITY);
        boolean fits = codecs[slot] == codec;
        into.put(fits ? codes[slot] : silence);
        sent = at + 1;
        return fits;
    }
}
