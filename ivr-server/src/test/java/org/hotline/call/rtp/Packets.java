package org.hotline.call.rtp;

import java.nio.ByteBuffer;

/** RTP packets for tests. */
final class Packets {
    private Packets() {}

    static RtpPacket audio(int sequence, int timestamp, byte... payload) {
        return new RtpPacket(0, false, sequence & 0xFFFF, timestamp, 7, payload, 0);
    }

    static RtpPacket from(int source, int sequence, long arrival) {
        return new RtpPacket(0, false, sequence & 0xFFFF, sequence * 160, source, new byte[160], arrival);
    }

    static RtpPacket key(char key, int timestamp, int duration, boolean end) {
        ByteBuffer payload = ByteBuffer.allocate(4);
        TelephoneEvent.write(payload, key, end, 10, duration);
        return new RtpPacket(101, duration == 160, 0, timestamp, 7, payload.array(), 0);
    }

    static ByteBuffer datagram(int payloadType, int sequence, int timestamp, int source, byte[] payload) {
        ByteBuffer datagram = ByteBuffer.allocate(RtpPacket.HEADER + payload.length);
        RtpPacket.writeHeader(datagram, payloadType, false, sequence, timestamp, source);
        return datagram.put(payload).flip();
    }
}
