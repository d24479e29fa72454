package org.hotline.call.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each Asterisk lacks, by the table in dialplans/asterisk. */
class VersionTest {
    private static Optional<String> shortcoming(String version) {
        return Version.of(version).flatMap(Version::shortcoming);
    }

    @Test
    void versionsWithoutKeysAreToldFromThoseWith() {
        for (String version : new String[] {"18.26.4", "20.13.0", "21.8.0", "22.3.0", "certified-20.7-cert5"}) {
            assertThat(shortcoming(version))
                    .as(version)
                    .hasValueSatisfying(text -> assertThat(text).contains("no keys"));
        }
        for (String version :
                new String[] {"20.14.0", "21.9.1", "22.4.0", "23.0.0", "24.0.0", "certified-22.8-cert1"}) {
            assertThat(shortcoming(version)).as(version).isEmpty();
        }
    }

    @Test
    void olderOnesHaveNoAudioSocketAndBuildsWithoutANumberAreLeftAlone() {
        assertThat(shortcoming("16.30.0"))
                .hasValueSatisfying(text -> assertThat(text).contains("no AudioSocket()"));
        assertThat(shortcoming("GIT-master-4d2f1a")).isEmpty();
        assertThat(shortcoming("")).isEmpty();
    }
}
