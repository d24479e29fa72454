package org.hotline.call.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Symmetric RTP, and the attack on it known as RTP bleed. Times in seconds. */
class LatchTest {
    private static final InetSocketAddress ANNOUNCED = new InetSocketAddress("192.168.0.7", 4000);
    private static final InetSocketAddress BEHIND_NAT = new InetSocketAddress("203.0.113.9", 61_000);
    private static final InetSocketAddress INTRUDER = new InetSocketAddress("198.51.100.66", 6666);
    private static final int CALLER = 11;
    private static final int OTHER = 66;

    private final Latch latch = new Latch();

    @BeforeEach
    void anAnswerCame() {
        latch.expect(ANNOUNCED);
    }

    @Test
    void theAnnouncedAddressIsBelievedAtOnce() {
        assertThat(latch.admits(packet(CALLER, 0), ANNOUNCED)).isTrue();
        assertThat(latch.remote()).contains(ANNOUNCED);
    }

    @Test
    void anotherAddressIsBelievedAfterThreePackets() {
        assertThat(latch.admits(packet(CALLER, 0), BEHIND_NAT)).isFalse();
        assertThat(latch.admits(packet(CALLER, 0.02), BEHIND_NAT)).isFalse();
        assertThat(latch.remote()).contains(ANNOUNCED);
        assertThat(latch.admits(packet(CALLER, 0.04), BEHIND_NAT)).isTrue();
        assertThat(latch.remote()).contains(BEHIND_NAT);
        assertThat(latch.moved()).isEqualTo(1);
    }

    @Test
    void changingSourcesProveNothing() {
        for (int i = 0; i < 20; i++) {
            assertThat(latch.admits(packet(i, i * 0.02), BEHIND_NAT)).isFalse();
        }
    }

    @Test
    void anIntruderCannotTakeOverALiveStream() {
        for (int i = 0; i < 500; i++) {
            assertThat(latch.admits(packet(CALLER, i * 0.02), ANNOUNCED)).isTrue();
            assertThat(latch.admits(packet(OTHER, i * 0.02), INTRUDER)).isFalse();
            assertThat(latch.admits(packet(CALLER, i * 0.02), INTRUDER)).isFalse();
        }
        assertThat(latch.remote()).contains(ANNOUNCED);
        assertThat(latch.refused()).isEqualTo(1000);
    }

    @Test
    void afterTwoSecondsOfSilenceTheFarSideMayHaveMoved() {
        latch.admits(packet(CALLER, 0), ANNOUNCED);
        assertThat(admittedOfThree(1.9)).isFalse();
        assertThat(admittedOfThree(2.1)).isTrue();
        assertThat(latch.remote()).contains(BEHIND_NAT);
    }

    @Test
    void afterAReinviteTheFarSideProvesItselfAnew() {
        latch.admits(packet(CALLER, 0), ANNOUNCED);
        latch.expect(ANNOUNCED);
        assertThat(admittedOfThree(0.1)).isTrue();
    }

    private boolean admittedOfThree(double seconds) {
        boolean admitted = false;
        for (int i = 0; i < 3; i++) {
            admitted = latch.admits(packet(OTHER, seconds + i * 0.001), BEHIND_NAT);
        }
        return admitted;
    }

    private static RtpPacket packet(int source, double seconds) {
        return Packets.from(source, 1, (long) (seconds * 1e9));
    }
}
