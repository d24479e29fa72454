package org.hotline.bench;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.hotline.audio.Ulaw;

/** One caller of the benchmark: what it says, and what is wrong with what it hears. */
final class FarParty {
    private static final int HEADER = 12;
    private static final int FRAME = 160;
    private static final long FRAME_NANOS = 20_000_000;

    private final Voice own;
    private final Voice expected;
    private final byte[] payload = new byte[FRAME];
    /** Where the server receives this call; set before any thread starts. */
    InetSocketAddress remote = new InetSocketAddress(0);

    private int sequence = -1;
    private int timestamp;
    private long arrival;
    private long packets;
    private long gaps;
    private long timestampJumps;
    private long starved;
    private long foreign;

    /**
     * What went wrong in a call while it was measured.
     *
     * @param packets heard
     * @param gaps packets missing or out of order
     * @param timestampJumps steps of the timestamp that do not fit those of the sequence number
     * @param starved packets of silence: the server's call thread came late
     * @param foreign packets that carry something else than the server's voice for this call
     */
    record Faults(long packets, long gaps, long timestampJumps, long starved, long foreign) {
        boolean isFlawless() {
            return packets > 0 && gaps == 0 && timestampJumps == 0 && foreign == 0;
        }

        Faults plus(Faults other) {
            return new Faults(
                    packets + other.packets,
                    gaps + other.gaps,
                    timestampJumps + other.timestampJumps,
                    starved + other.starved,
                    foreign + other.foreign);
        }
    }

    FarParty(Voice own, Voice expected) {
        this.own = own;
        this.expected = expected;
    }

    /** The packet of round {@code round}, in {@code into}. Sender's thread. */
    ByteBuffer next(ByteBuffer into, long round) {
        into.clear();
        into.put((byte) 0x80)
                .put((byte) 0)
                .putShort((short) round)
                .putInt((int) round * FRAME)
                .putInt(hashCode());
        return into.put(own.payload(round)).flip();
    }

    /** Looks at one packet. Receiver's thread. */
    void heard(ByteBuffer packet, long now, boolean measuring, Deviations deviations) {
        int number = packet.getShort(2) & 0xFFFF;
        int stamp = packet.getInt(4);
        int step = (number - sequence) & 0xFFFF;
        boolean sound = packet.remaining() == HEADER + FRAME && packet.get(1) == 0;
        if (measuring && sequence >= 0) {
            packets++;
            gaps += step == 1 ? 0 : 1;
            timestampJumps += stamp - timestamp == step * FRAME ? 0 : 1;
            deviations.add(Math.abs(now - arrival - FRAME_NANOS));
            packet.get(HEADER, payload, 0, sound ? FRAME : 0);
            judge(sound);
        }
        sequence = number;
        timestamp = stamp;
        arrival = now;
    }

    private void judge(boolean sound) {
        if (sound && expected.said(payload)) {
            return;
        }
        boolean silent = sound;
        for (byte code : payload) {
            silent &= code == Ulaw.SILENCE;
        }
        starved += silent ? 1 : 0;
        foreign += silent ? 0 : 1;
    }

    Faults faults() {
        return new Faults(packets, gaps, timestampJumps, starved, foreign);
    }
}
