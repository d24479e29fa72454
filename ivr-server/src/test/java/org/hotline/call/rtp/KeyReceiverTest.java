package org.hotline.call.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hotline.call.Signal;
import org.junit.jupiter.api.Test;

class KeyReceiverTest {
    private final KeyReceiver receiver = new KeyReceiver();
    private final List<Signal> keys = new ArrayList<>();

    @Test
    void repeatedEndPacketsAreOneKey() {
        for (int i = 0; i < 3; i++) {
            take(Packets.key('5', 1000, 800, true));
        }
        assertThat(keys).containsExactly(new Signal.Key('5', Duration.ofMillis(100)));
    }

    @Test
    void theSameKeyTwiceIsTwoKeys() {
        take(Packets.key('5', 1000, 800, true));
        take(Packets.key('5', 3000, 400, true));
        assertThat(keys).hasSize(2);
    }

    @Test
    void lostEndPacketsDoNotLoseTheKey() {
        take(Packets.key('7', 1000, 160, false));
        take(Packets.key('7', 1000, 640, false));
        for (int tick = 1; tick < KeyReceiver.LOST_AFTER; tick++) {
            receiver.tick().ifPresent(keys::add);
        }
        assertThat(keys).isEmpty();
        receiver.tick().ifPresent(keys::add);
        assertThat(keys).containsExactly(new Signal.Key('7', Duration.ofMillis(80)));
        take(Packets.key('7', 1000, 800, true));
        assertThat(keys).as("a straggler of the same key").hasSize(1);
    }

    @Test
    void theNextKeyEndsOneWhoseEndWasLost() {
        take(Packets.key('1', 1000, 160, false));
        take(Packets.key('2', 3000, 800, true));
        assertThat(pressed()).isEqualTo("12");
    }

    @Test
    void anOlderKeyThatComesAgainIsIgnored() {
        take(Packets.key('1', 1000, 800, true));
        take(Packets.key('2', 3000, 160, false));
        take(Packets.key('1', 1000, 800, true));
        take(Packets.key('2', 3000, 800, true));
        assertThat(pressed()).isEqualTo("12");
    }

    @Test
    void aKeyHeldForLongComesInSegmentsAndIsOne() {
        take(Packets.key('#', 1000, 0xFFFF, false));
        take(Packets.key('#', 1000 + 0xFFFF, 800, true));
        assertThat(pressed()).isEqualTo("#");
    }

    @Test
    void faxTonesAndRubbishAreNoKeys() {
        take(new RtpPacket(101, false, 0, 0, 7, new byte[] {36, (byte) 0x80, 0, 80}, 0));
        take(new RtpPacket(101, false, 0, 0, 7, new byte[] {1, (byte) 0x80}, 0));
        assertThat(keys).isEmpty();
    }

    /** Whatever a line does to the packets of a number, as long as one packet of each key arrives, the number does. */
    @Test
    void numbersSurviveLossRepetitionAndReorder() {
        Random random = new Random(47);
        for (int round = 0; round < 2000; round++) {
            StringBuilder dialled = new StringBuilder();
            KeyReceiver impaired = new KeyReceiver();
            List<Signal> heard = new ArrayList<>();
            for (int key = 0; key < 8; key++) {
                char digit = (char) ('0' + random.nextInt(10));
                dialled.append(digit);
                for (RtpPacket packet : overABadLine(digit, key * 2000 - 7000, random)) {
                    heard.addAll(impaired.accept(packet));
                }
            }
            for (int tick = 0; tick < KeyReceiver.LOST_AFTER; tick++) {
                impaired.tick().ifPresent(heard::add);
            }
            assertThat(text(heard)).isEqualTo(dialled.toString());
        }
    }

    private static List<RtpPacket> overABadLine(char digit, int timestamp, Random random) {
        List<RtpPacket> arrived = new ArrayList<>();
        for (int tick = 1; tick <= 7; tick++) {
            RtpPacket packet = Packets.key(digit, timestamp, Math.min(tick, 5) * 160, tick >= 5);
            for (int copies = random.nextInt(3); copies > 0; copies--) {
                arrived.add(random.nextInt(arrived.size() + 1), packet);
            }
        }
        if (arrived.isEmpty()) {
            arrived.add(Packets.key(digit, timestamp, 320, false));
        }
        return arrived;
    }

    private void take(RtpPacket packet) {
        keys.addAll(receiver.accept(packet));
    }

    private String pressed() {
        return text(keys);
    }

    private static String text(List<Signal> signals) {
        StringBuilder text = new StringBuilder();
        for (Signal signal : signals) {
            if (signal instanceof Signal.Key key) {
                text.append(key.digit());
            }
        }
        return text.toString();
    }
}
