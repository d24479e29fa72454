package org.hotline.call.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.hotline.audio.Frame;
import org.hotline.audio.Ulaw;
import org.junit.jupiter.api.Test;

class PlayoutRingTest {
    private static final byte[] NOTHING = new byte[PlayoutRing.FRAME];

    private final PlayoutRing ring = new PlayoutRing();

    @Test
    void whatIsSaidComesOutInOrder() {
        say(1000);
        say(2000);
        assertThat(sent()).isBetween(950, 1050);
        assertThat(sent()).isBetween(1950, 2050);
        assertThat(sent()).isZero();
    }

    @Test
    void speechIsKeptUntilTheRingIsFull() {
        for (int i = 0; i < PlayoutRing.CAPACITY; i++) {
            assertThat(say(1000)).isTrue();
        }
        assertThat(say(1000)).isFalse();
    }

    /** Silence was sent while the thread stood still; what it says now must not stay late for the rest of the call. */
    @Test
    void aThreadThatCaughtUpIsNoLaterThanBeforeOnceItPauses() {
        while (ring.waiting() < PlayoutRing.CAPACITY) {
            assertThat(say(1000)).isTrue();
        }
        for (int round = 0; round < 50; round++) {
            sent();
            assertThat(say(1000)).as("speech is never cut").isTrue();
        }
        assertThat(ring.waiting()).isEqualTo(PlayoutRing.CAPACITY);
        for (int round = 0; round < 50; round++) {
            sent();
            say(0);
        }
        assertThat(ring.waiting()).isEqualTo(PlayoutRing.ENOUGH);
    }

    @Test
    void silenceFillsTheRingAsFarAsNeeded() {
        for (int i = 0; i < 10; i++) {
            say(0);
        }
        assertThat(ring.waiting()).isEqualTo(PlayoutRing.ENOUGH);
    }

    private boolean say(int level) {
        short[] samples = new short[PlayoutRing.FRAME];
        Arrays.fill(samples, (short) level);
        return ring.offer(Frame.of(samples, Frame.TELEPHONE_RATE), Codec.PCMU);
    }

    /** The level of the next frame; 0 if there is none. */
    private int sent() {
        ByteBuffer packet = ByteBuffer.allocate(PlayoutRing.FRAME);
        return ring.poll(packet, Codec.PCMU, NOTHING) ? Ulaw.decode(packet.array())[0] : 0;
    }
}
