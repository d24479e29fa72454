package org.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
        assertThat(read.secondOpinion()).isEqualTo(usual.secondOpinion());
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
    void whatIsWrongWithASecondOpinionIsNamed(@TempDir Path home) throws Exception {
        assertThat(wrong(home, "second-opinion: {base-url: \"http://localhost/v1\"}"))
                .contains("hotline.yaml:1: base-url says where, not which model is asked");
        assertThat(wrong(home, "second-opinion: {model: small}")).contains("model says which, not where");
        assertThat(wrong(home, "second-opinion: {base-url: \"models.example.org\", model: small}"))
                .contains("is no address of a model", "write http://host:port/v1");
        assertThat(wrong(home, "second-opinion:\n  budget: 1m"))
                .contains("hotline.yaml:2: a model is waited for from 200 ms to 5 s, not 60000 ms");
        assertThat(wrong(
                        home, "second-opinion: {base-url: \"https://models.example.org\", model: small, secret: sk-1}"))
                .contains("here stands the name of a secret, not the secret", "HOTLINE_MODEL_KEY")
                .doesNotContain("sk-1");
        assertThat(wrong(home, "second-opinion: {base-url: \"http://10.0.0.7/v1\", model: small, secret: HOTLINE_A}"))
                .contains("the key would cross the network in the clear", "write https://");
        assertThat(wrong(home, "second-opinion: {base-ulr: x}")).contains("\"base-url\" perhaps");
    }

    private static String wrong(Path home, String text) throws Exception {
        Path file = home.resolve("hotline.yaml");
        Files.writeString(file, text + "\n");
        return String.valueOf(
                catchThrowableOfType(ConfigurationFile.Wrong.class, () -> ConfigurationFile.read(file, home))
                        .getMessage());
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
