package org.hotline.call.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statistics and reports, RFC 3550 section 6.4 and appendix A. */
class ReceptionTest {
    private static final Instant NOW = Instant.parse("2026-11-21T07:00:00Z");
    private static final long TICK = 20_000_000;
    private final Reception reception = new Reception();

    @Test
    void lossesAreCountedOverTheWrapOfSequenceNumbers() {
        for (int i = 0; i < 100; i++) {
            if (i % 10 != 3) {
                count(65_500 + i, i * TICK);
            }
        }
        assertThat(reception.received()).isEqualTo(90);
        assertThat(reception.lost()).isEqualTo(10);
        assertThat(reception.highest()).isEqualTo(65_599);
    }

    @Test
    void reorderAndRepetitionAreNoLosses() {
        for (int sequence : new int[] {10, 12, 11, 13, 13, 14}) {
            count(sequence, sequence * TICK);
        }
        assertThat(reception.lost()).isEqualTo(-1);
        assertThat(reception.received()).isEqualTo(6);
    }

    @Test
    void aNewSourceIsANewStreamAndKeepsTheOldLosses() {
        reception.count(Packets.from(1, 1, 0));
        reception.count(Packets.from(1, 5, 0));
        reception.count(Packets.from(2, 40_000, 0));
        reception.count(Packets.from(2, 40_001, 0));
        assertThat(reception.lost()).isEqualTo(3);
        assertThat(reception.lostInStream()).isZero();
    }

    @Test
    void jitterIsZeroOnAnEvenStreamAndNearsItsMeanDeviation() {
        for (int i = 0; i < 200; i++) {
            time(i, i * TICK);
        }
        assertThat(reception.jitter()).isEqualTo(Duration.ZERO);
        for (int i = 200; i < 600; i++) {
            time(i, i * TICK + i % 2 * 8_000_000L);
        }
        assertThat(reception.jitter()).isBetween(Duration.ofMillis(7), Duration.ofMillis(9));
    }

    @Test
    void reportsSayWhatWasLostAndMeasureTheRoundTrip() {
        Reports ours = new Reports(111, new Reception(), "ours");
        Reception theirReception = new Reception();
        Reports theirs = new Reports(222, theirReception, "theirs");
        for (int i = 0; i < 100; i++) {
            if (i % 4 != 1) {
                theirReception.count(Packets.from(111, i, i * TICK));
            }
        }
        // We report; it takes 30 ms to them, they wait 1 s, it takes 50 ms back.
        accept(theirs, ours.write(NOW, 0, 160, 100, 16_000), NOW, 5_000_000_000L);
        ByteBuffer answer = theirs.write(NOW, 6_000_000_000L, 0, 1, 160);
        accept(ours, answer, NOW.plusMillis(1080), 0);
        assertThat(ours.farLoss()).isBetween(0.24, 0.26);
        assertThat(ours.roundTrip())
                .hasValueSatisfying(trip -> assertThat(trip).isBetween(Duration.ofMillis(79), Duration.ofMillis(81)));
    }

    @Test
    void aFarewellIsReadAsOne() {
        List<RtcpPacket> read = RtcpPacket.parse(new Reports(333, reception, "name").goodbye());
        assertThat(read).hasSize(2).last().isEqualTo(new RtcpPacket.Goodbye(333));
    }

    @Test
    void everyPartOfACompoundIsAWholeNumberOfWords() {
        for (int length = 1; length < 12; length++) {
            ByteBuffer report = new Reports(1, reception, "n".repeat(length)).write(NOW, 0, 0, 1, 1);
            int at = 0;
            while (at < report.limit()) {
                at += 4 + 4 * report.getShort(at + 2);
            }
            assertThat(at).isEqualTo(report.limit());
        }
    }

    private static void accept(Reports reports, ByteBuffer datagram, Instant now, long nanos) {
        RtcpPacket.parse(datagram).forEach(packet -> reports.accept(packet, now, nanos));
    }

    private void count(int sequence, long arrival) {
        reception.count(Packets.from(1, sequence, arrival));
    }

    private void time(int sequence, long arrival) {
        RtpPacket packet = Packets.from(1, sequence, arrival);
        reception.count(packet);
        reception.time(packet);
    }
}
