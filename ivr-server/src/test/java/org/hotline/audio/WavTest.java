package org.hotline.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavTest {
    private static final Pcm LEFT = Tone.sine(440, 9000, Duration.ofMillis(101), 8000);
    private static final Pcm RIGHT = Tone.sine(1000, 3000, Duration.ofMillis(101), 8000);

    @Test
    void linearSoundSurvivesARoundTrip(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("tone.wav");
        Wav.write(file, LEFT);
        assertThat(Wav.read(file).samples()).isEqualTo(LEFT.samples());
        assertThat(Wav.read(file).rate()).isEqualTo(8000);
    }

    @Test
    void everyEncodingKeepsTheSoundAndItsChannels() throws IOException {
        for (Wav.Encoding encoding : Wav.Encoding.values()) {
            List<Pcm> read = Wav.readChannels(new ByteArrayInputStream(bytes(encoding)));
            assertThat(read).hasSize(2);
            assertThat(Goertzel.amplitude(read.get(0).samples(), 440, 8000)).isBetween(8000.0, 9500.0);
            assertThat(Goertzel.amplitude(read.get(1).samples(), 1000, 8000)).isBetween(2600.0, 3300.0);
        }
    }

    @Test
    void othersReadWhatWeWrite() throws Exception {
        AudioInputStream read = AudioSystem.getAudioInputStream(new ByteArrayInputStream(bytes(Wav.Encoding.ULAW)));
        assertThat(read.getFormat().getEncoding()).isEqualTo(AudioFormat.Encoding.ULAW);
        assertThat(read.getFormat().getChannels()).isEqualTo(2);
        assertThat(read.getFrameLength()).isEqualTo(808);
    }

    @Test
    void severalChannelsAreMixed() throws IOException {
        Pcm mix = Wav.read(new ByteArrayInputStream(bytes(Wav.Encoding.PCM_16)));
        assertThat(mix.samples()[100]).isEqualTo((short) ((LEFT.samples()[100] + RIGHT.samples()[100]) / 2));
    }

    @Test
    void foreignChunksAndAnUnfinishedLengthAreTolerated() throws IOException {
        byte[] plain = bytes(Wav.Encoding.PCM_16);
        ByteBuffer odd = ByteBuffer.allocate(plain.length + 12).order(ByteOrder.LITTLE_ENDIAN);
        odd.put(plain, 0, 36)
                .put("LIST".getBytes(StandardCharsets.US_ASCII))
                .putInt(3)
                .put(new byte[4])
                .put(plain, 36, plain.length - 36);
        odd.putInt(36 + 12 + 4, 0x7FFFF000); // espeak-ng writes this to a pipe
        assertThat(Wav.readChannels(new ByteArrayInputStream(odd.array()))).hasSize(2);
    }

    @Test
    void aFileCutShortPlaysUpToThere() throws IOException {
        byte[] cut = Arrays.copyOf(bytes(Wav.Encoding.PCM_16), 44 + 400);
        assertThat(Wav.read(new ByteArrayInputStream(cut)).samples()).hasSize(100);
    }

    @Test
    void whatIsNoWavIsSaidToBeNone(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("speech.wav"), "ID3 this is an MP3 file really, and longer");
        assertThatThrownBy(() -> Wav.read(file)).isInstanceOf(IOException.class).hasMessageContaining("speech.wav");
        byte[] compressed = bytes(Wav.Encoding.PCM_16);
        compressed[20] = 0x11;
        assertThatThrownBy(() -> Wav.read(new ByteArrayInputStream(compressed)))
                .hasMessageContaining("format 17 with 16 bits is not supported");
        for (int length = 0; length < 44; length++) {
            byte[] cut = Arrays.copyOf(compressed, length);
            assertThatThrownBy(() -> Wav.read(new ByteArrayInputStream(cut))).isInstanceOf(IOException.class);
        }
    }

    private static byte[] bytes(Wav.Encoding encoding) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Wav.write(out, List.of(LEFT, RIGHT), encoding);
        return out.toByteArray();
    }
}
