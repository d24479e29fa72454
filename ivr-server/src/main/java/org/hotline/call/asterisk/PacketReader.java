package org.hotline.call.asterisk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.function.Consumer;

/** Cuts the stream of one connection into packets, however TCP has split or bunched them. One thread. */
final class PacketReader {
    private final ByteBuffer bytes = ByteBuffer.allocate(Packet.HEADER + Packet.LONGEST);

    /**
     * Reads what is there, once, and hands over what is complete of it.
     *
     * @return false at the end of the stream
     * @throws Packet.Malformed at the first message that cannot be one
     * @throws IOException if the connection is broken
     */
    boolean read(ReadableByteChannel channel, Consumer<Packet> taker) throws IOException, Packet.Malformed {
        if (channel.read(bytes) < 0) {
            return false;
        }
        bytes.flip();
        while (bytes.remaining() >= Packet.HEADER) {
            int kind = bytes.get(bytes.position()) & 0xFF;
            int length = bytes.getShort(bytes.position() + 1) & 0xFFFF;
            Packet.check(kind, length);
            if (bytes.remaining() < Packet.HEADER + length) {
                break;
            }
            ByteBuffer payload = bytes.slice(bytes.position() + Packet.HEADER, length);
            bytes.position(bytes.position() + Packet.HEADER + length);
            taker.accept(Packet.read(kind, payload));
        }
        bytes.compact();
        return true;
    }
}
