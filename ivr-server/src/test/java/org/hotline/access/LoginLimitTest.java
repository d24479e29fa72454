package org.hotline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginLimitTest {
    private final LoginLimit limit = new LoginLimit();

    private long allowed(int tries, String address, String name) {
        return IntStream.range(0, tries)
                .filter(i -> limit.allows(address, name))
                .count();
    }

    @Test
    void oneNameIsTriedFiveTimesFromOneAddress() {
        assertThat(allowed(9, "192.0.2.1", "lin")).isEqualTo(5);
    }

    @Test
    void whoeverLogsInMayTryAgainAfterwards() {
        allowed(4, "192.0.2.4", "lin");
        limit.succeeded("192.0.2.4", "lin");
        assertThat(allowed(9, "192.0.2.4", "lin")).isEqualTo(5);
    }

    @Test
    void nobodyLocksAColleagueOutFromElsewhere() {
        allowed(9, "192.0.2.1", "lin");
        assertThat(allowed(1, "192.0.2.2", "lin")).isEqualTo(1);
    }

    @Test
    void oneAddressTriesTwentyTimesWhateverTheNames() {
        long allowed = IntStream.range(0, 40)
                .filter(i -> limit.allows("192.0.2.3", "user" + i))
                .count();
        assertThat(allowed).isEqualTo(20);
    }
}
