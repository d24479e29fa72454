package org.hotline.call.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hotline.audio.Frame;
import org.junit.jupiter.api.Test;

/** What comes split, bunched or late is heard in frames of 20 ms. */
class HeardTest {
    private final Heard heard = new Heard();

    private static short[] level(int size, int level) {
        short[] samples = new short[size];
        java.util.Arrays.fill(samples, (short) level);
        return samples;
    }

    private List<Integer> all() {
        List<Integer> levels = new ArrayList<>();
        for (var next = heard.next(); next.isPresent(); next = heard.next()) {
            levels.add((int) next.get().samples()[0]);
        }
        return levels;
    }

    @Test
    void piecesOfAnyLengthBecomeFrames() {
        heard.accept(level(240, 7), 8_000);
        heard.accept(level(240, 7), 8_000);
        assertThat(all()).containsExactly(7, 7, 7);
    }

    @Test
    void twoFramesAreKeptBackAtFirstAndAfterAGap() {
        heard.accept(level(160, 1), 8_000);
        assertThat(heard.next()).isEmpty();
        heard.accept(level(160, 2), 8_000);
        assertThat(all()).containsExactly(1, 2);
        heard.accept(level(160, 3), 8_000);
        assertThat(heard.next()).isEmpty();
    }

    @Test
    void whatIsTooLateIsDroppedOldestFirst() {
        for (int i = 0; i < 40; i++) {
            heard.accept(level(160, i), 8_000);
        }
        assertThat(all()).hasSize(15).startsWith(25).endsWith(39);
    }

    @Test
    void aDelayThatIsNotNeededIsGivenUpInQuiet() {
        for (int i = 0; i < 6; i++) {
            heard.accept(level(160, 1), 8_000);
        }
        int before = 6;
        for (int tick = 0; tick < 400; tick++) {
            heard.next();
            heard.accept(level(160, 1), 8_000);
        }
        assertThat(all().size()).isLessThan(before);
    }

    @Test
    void messagesAreCutOutOfTheStreamByteByByte() throws IOException, Packet.Malformed {
        UUID key = UUID.randomUUID();
        byte[] identity = WireAsterisk.identity(key);
        byte[] sound = WireAsterisk.sound(Frame.of(level(160, -2), 8_000));
        byte[] all = new byte[identity.length + sound.length + 4];
        System.arraycopy(identity, 0, all, 0, identity.length);
        System.arraycopy(sound, 0, all, identity.length, sound.length);
        System.arraycopy(new byte[] {3, 0, 1, '#'}, 0, all, identity.length + sound.length, 4);
        for (int piece : List.of(1, 2, 3, 7, 322, all.length)) {
            List<Packet> packets = new ArrayList<>();
            PacketReader reader = new PacketReader();
            for (int at = 0; at < all.length; at += piece) {
                ReadableByteChannel channel =
                        Channels.newChannel(new ByteArrayInputStream(all, at, Math.min(piece, all.length - at)));
                assertThat(reader.read(channel, packets::add)).isTrue();
            }
            assertThat(packets).hasSize(3);
            assertThat(packets.getFirst()).isEqualTo(new Packet.Identity(key));
            assertThat(packets.get(1))
                    .isInstanceOfSatisfying(
                            Packet.Sound.class,
                            heardSound -> assertThat(heardSound.samples())
                                    .hasSize(160)
                                    .containsOnly((short) -2));
            assertThat(packets.getLast()).isEqualTo(new Packet.Key('#'));
        }
    }
}
