package org.hotline.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelBandTest {
    @Test
    void theBundledModelsHearTelephoneSoundAsItIs() throws IOException {
        assertThat(ModelBand.rate(BundledModels.ENGLISH)).isZero();
        assertThat(ModelBand.rate(BundledModels.MANDARIN)).isZero();
    }

    @Test
    void aWideBandModelWantsMore(@TempDir Path model) throws IOException {
        assertThat(ModelBand.rate(model)).as("nothing said").isEqualTo(16_000);
        Files.writeString(model.resolve("mfcc.conf"), "--sample-frequency=8000\n--high-freq=-200\n");
        assertThat(ModelBand.rate(model))
                .as("a telephone model of the old layout")
                .isEqualTo(8000);
        Files.createDirectory(model.resolve("conf"));
        Files.writeString(model.resolve("conf/mfcc.conf"), "--sample-frequency=16000\n--high-freq=7600\n");
        assertThat(ModelBand.rate(model)).isEqualTo(16_000);
    }
}
