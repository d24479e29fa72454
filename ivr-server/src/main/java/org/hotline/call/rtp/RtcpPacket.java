package org.hotline.call.rtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What we understand of RTCP (RFC 3550 section 6). Immutable. */
sealed interface RtcpPacket {
    int SENDER_REPORT = 200;
    int RECEIVER_REPORT = 201;
    int DESCRIPTION = 202;
    int GOODBYE = 203;

    /**
     * A sender or receiver report.
     *
     * @param source who reports
     * @param sentAt the middle 32 bits of the NTP time at which it was sent; 0 in a receiver report
     * @param blocks what it says about the streams it receives
     */
    record Report(int source, int sentAt, List<Block> blocks) implements RtcpPacket {}

    /** The source leaves. */
    record Goodbye(int source) implements RtcpPacket {}

    /**
     * What a receiver says about one stream.
     *
     * @param source the stream's SSRC
     * @param fractionLost since its last report, in 256ths
     * @param lastReport middle 32 bits of the NTP time of the last sender report it got; 0 if none
     * @param delay between getting that and sending this, in 65,536ths of a second
     */
    record Block(int source, int fractionLost, int lastReport, int delay) {}

    /** Reads a compound packet; what is malformed or unknown ends or is left out, nothing is thrown. */
    static List<RtcpPacket> parse(ByteBuffer datagram) {
        List<RtcpPacket> packets = new ArrayList<>();
        int at = datagram.position();
        while (at + 8 <= datagram.limit() && (datagram.get(at) & 0xC0) == 0x80) {
            int end = at + 4 + 4 * (datagram.getShort(at + 2) & 0xFFFF);
            if (end > datagram.limit()) {
                break;
            }
            switch (datagram.get(at + 1) & 0xFF) {
                case SENDER_REPORT -> report(datagram, at, 28, end, packets);
                case RECEIVER_REPORT -> report(datagram, at, 8, end, packets);
                case GOODBYE -> goodbye(datagram, at, end, packets);
                default -> {}
            }
            at = end;
        }
        return packets;
    }

    private static void report(ByteBuffer from, int at, int header, int end, List<RtcpPacket> into) {
        if (at + header > end) {
            return;
        }
        int sentAt = header == 8 ? 0 : (from.getInt(at + 8) << 16) | (from.getShort(at + 12) & 0xFFFF);
        int count = from.get(at) & 0x1F;
        List<Block> blocks = new ArrayList<>();
        for (int block = at + header; block + 24 <= end && blocks.size() < count; block += 24) {
            blocks.add(new Block(
                    from.getInt(block), from.get(block + 4) & 0xFF, from.getInt(block + 16), from.getInt(block + 20)));
        }
        into.add(new Report(from.getInt(at + 4), sentAt, List.copyOf(blocks)));
    }

    private static void goodbye(ByteBuffer from, int at, int end, List<RtcpPacket> into) {
        int count = from.get(at) & 0x1F;
        for (int source = at + 4; source + 4 <= end && source < at + 4 + 4 * count; source += 4) {
            into.add(new Goodbye(from.getInt(source)));
        }
    }
}
