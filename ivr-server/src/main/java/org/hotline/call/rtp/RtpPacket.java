package org.hotline.call.rtp;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One RTP packet as it came (RFC 3550 section 5.1). Immutable.
 *
 * @param payloadType 0 to 127
 * @param marker first packet after a silence (RFC 3551 section 4.1) or of a key (RFC 4733)
 * @param sequence 0 to 65,535
 * @param timestamp unsigned 32 bits, in samples
 * @param source the SSRC
 * @param payload what is left after header, extension and padding; may be empty
 * @param arrival {@link System#nanoTime} of its arrival
 */
@SuppressWarnings("ArrayRecordComponent") // a view of bytes on their way; nobody compares packets
record RtpPacket(
        int payloadType, boolean marker, int sequence, int timestamp, int source, byte[] payload, long arrival) {
    static final int HEADER = 12;
    private static final int VERSION = 2;

    /** Reads the packet between position and limit; empty if it is not RTP. Never throws on malformed input. */
    static Optional<RtpPacket> parse(ByteBuffer datagram, long arrival) {
        int start = datagram.position();
        int end = datagram.limit();
        if (end - start < HEADER || (datagram.get(start) & 0xC0) >> 6 != VERSION) {
            return Optional.empty();
        }
        int flags = datagram.get(start);
        int type = datagram.get(start + 1);
        int body = start + HEADER + 4 * (flags & 0x0F);
        if ((flags & 0x10) != 0) {
            if (body + 4 > end) {
                return Optional.empty();
            }
            body += 4 + 4 * (datagram.getShort(body + 2) & 0xFFFF);
        }
        if ((flags & 0x20) != 0) {
            int padding = datagram.get(end - 1) & 0xFF;
            if (padding == 0) {
                return Optional.empty();
            }
            end -= padding;
        }
        if (body > end) {
            return Optional.empty();
        }
        byte[] payload = new byte[end - body];
        datagram.get(body, payload);
        return Optional.of(new RtpPacket(
                type & 0x7F,
                (type & 0x80) != 0,
                datagram.getShort(start + 2) & 0xFFFF,
                datagram.getInt(start + 4),
                datagram.getInt(start + 8),
                payload,
                arrival));
    }

    /** True if the datagram is RTCP by its packet type (RFC 5761 section 4). */
    static boolean isControl(ByteBuffer datagram) {
        int type = datagram.remaining() < 2 ? 0 : datagram.get(datagram.position() + 1) & 0xFF;
        return type >= 192 && type <= 223;
    }

    /** Writes a header at the buffer's position. */
    static void writeHeader(ByteBuffer into, int payloadType, boolean marker, int sequence, int timestamp, int source) {
        into.put((byte) (VERSION << 6));
        into.put((byte) (payloadType | (marker ? 0x80 : 0)));
        into.putShort((short) sequence);
        into.putInt(timestamp);
        into.putInt(source);
    }
}
