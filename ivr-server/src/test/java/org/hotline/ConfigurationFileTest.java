package org.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {
    @Test
    void theExampleSaysTheDefaults(@TempDir Path home) throws Exception {
        Configuration read = ConfigurationFile.read(Path.of("docs/hotline.example.yaml"), home);
        Configuration usual = Configuration.defaults().at(home);
        assertThat(read.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(read.sip()).isEqualTo(usual.sip());
        assertThat(read.media()).isEqualTo(usual.media());
        assertThat(read.speech()).isEqualTo(usual.speech());
        assertThat(read.recording()).isEqualTo(usual.recording());
        assertThat(read.database()).isEqualTo(usual.database());
        assertThat(read.web()).isEqualTo(usual.web());
        assertThat(read.queues()).isEqualTo(usual.queues());
        assertThat(read.agents()).isEqualTo(usual.agents());
        assertThat(read.data()).isEqualTo(usual.data());
    }

    @Test
    void withoutAFileTheDefaultsHold(@TempDir Path home) throws Exception {
        assertThat(ConfigurationFile.read(home.resolve("hotline.yaml"), home))
                .isEqualTo(Configuration.defaults().at(home));
    }

    @Test
    void aMistakeIsNamedWithItsLine(@TempDir Path home) throws Exception {
        Path file = home.resolve("hotline.yaml");
        Files.writeString(file, "sip:\n  prot: 5070\n");
        assertThatThrownBy(() -> ConfigurationFile.read(file, home))
                .isInstanceOf(ConfigurationFile.Wrong.class)
                .hasMessageContaining("hotline.yaml:2: there is no setting \"prot\"")
                .hasMessageContaining("\"port\" perhaps");
    }
}
