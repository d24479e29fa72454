package org.hotline.call.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each version that is met, and what is said of it. */
class AmiVersionTest {
    private static AmiVersion greeted(String number) {
        return AmiVersion.of("Asterisk Call Manager/" + number, Optional.empty());
    }

    private static AmiVersion told(String version) {
        return AmiVersion.of("Asterisk Call Manager/9.0.0", Optional.of(version));
    }

    @Test
    void theGreetingTellsTheMajorVersion() {
        assertThat(greeted("5.0.5").major()).isEqualTo(16);
        assertThat(greeted("7.0.3").major()).isEqualTo(18);
        assertThat(greeted("9.0.0").major()).isEqualTo(20);
        assertThat(greeted("12.0.0").major()).isEqualTo(23);
        assertThat(AmiVersion.of("FreeSWITCH", Optional.empty()).major()).isZero();
    }

    @Test
    void whatItTellsOfItselfCountsMore() {
        assertThat(told("22.9.0")).isEqualTo(new AmiVersion("22.9.0", 22));
        assertThat(told("certified/18.9-cert5").major()).isEqualTo(18);
        assertThat(told("certified-20.7-cert5").major()).isEqualTo(20);
        assertThat(told("GIT-master-7bdc1d8").major())
                .as("a build without a number")
                .isEqualTo(20);
    }

    @Test
    void theKnownAndMaintainedOnesLackNothingElseItIsSaid() {
        for (int major = 20; major <= 23; major++) {
            assertThat(new AmiVersion("", major).remarks()).isEmpty();
            assertThat(new AmiVersion("", major).reachesAgents()).isTrue();
        }
        assertThat(new AmiVersion("", 18).remarks()).singleElement().asString().contains("not maintained");
        assertThat(new AmiVersion("", 16).remarks())
                .hasSize(2)
                .last()
                .asString()
                .contains("AudioSocket");
        assertThat(new AmiVersion("", 13).remarks()).first().asString().contains("older than 16");
        assertThat(new AmiVersion("", 24).remarks()).singleElement().asString().contains("newer than this Hotline");
        assertThat(new AmiVersion("", 0).remarks()).singleElement().asString().contains("cannot be told");
        assertThat(new AmiVersion("", 17).reachesAgents()).isFalse();
    }
}
