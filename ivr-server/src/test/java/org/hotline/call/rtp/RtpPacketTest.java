package org.hotline.call.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtpPacketTest {
    @Test
    void whatIsWrittenIsRead() {
        RtpPacket packet = RtpPacket.parse(Packets.datagram(8, 65_535, -5, -7, new byte[] {1, 2, 3}), 42)
                .orElseThrow();
        assertThat(packet.payloadType()).isEqualTo(8);
        assertThat(packet.sequence()).isEqualTo(65_535);
        assertThat(packet.timestamp()).isEqualTo(-5);
        assertThat(packet.source()).isEqualTo(-7);
        assertThat(packet.payload()).containsExactly(1, 2, 3);
        assertThat(packet.arrival()).isEqualTo(42);
    }

    @Test
    void contributorsExtensionAndPaddingAreLeftOut() {
        ByteBuffer datagram = ByteBuffer.allocate(64);
        RtpPacket.writeHeader(datagram, 0, true, 1, 2, 3);
        datagram.putInt(4).putInt(5); // two CSRCs
        datagram.putShort((short) 0xBEDE).putShort((short) 1).putInt(6); // one word of extension
        datagram.put(new byte[] {9, 9, 9}).put(new byte[] {0, 0, 3}).flip();
        datagram.put(0, (byte) 0b1011_0010);
        RtpPacket packet = RtpPacket.parse(datagram, 0).orElseThrow();
        assertThat(packet.payload()).containsExactly(9, 9, 9);
        assertThat(packet.marker()).isTrue();
    }

    @Test
    void impossibleLengthsAreRefused() {
        ByteBuffer tooManyContributors = Packets.datagram(0, 1, 2, 3, new byte[8]);
        tooManyContributors.put(0, (byte) 0x8F);
        ByteBuffer endlessExtension = Packets.datagram(0, 1, 2, 3, new byte[] {0, 0, -1, -1, 0, 0, 0, 0});
        endlessExtension.put(0, (byte) 0x90);
        ByteBuffer allPadding = Packets.datagram(0, 1, 2, 3, new byte[] {1, 2, 3, 5});
        allPadding.put(0, (byte) 0xA0);
        ByteBuffer otherVersion = Packets.datagram(0, 1, 2, 3, new byte[4]);
        otherVersion.put(0, (byte) 0x40);
        assertThat(new ByteBuffer[] {tooManyContributors, endlessExtension, allPadding, otherVersion})
                .allSatisfy(datagram -> assertThat(RtpPacket.parse(datagram, 0)).isEmpty());
    }

    @Test
    void nothingThatArrivesMakesItThrow() {
        Random random = new Random(20_260_101);
        int read = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[0] = (byte) (0x80 | (bytes[0] & 0x3F));
            }
            ByteBuffer datagram = ByteBuffer.wrap(bytes);
            read += RtpPacket.parse(datagram, 0).isPresent() ? 1 : 0;
            RtcpPacket.parse(datagram);
            RtpPacket.isControl(datagram);
        }
        assertThat(read).isGreaterThan(10_000);
    }
}
