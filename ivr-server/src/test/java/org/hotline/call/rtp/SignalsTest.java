package org.hotline.call.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hotline.call.Signal;
import org.junit.jupiter.api.Test;

class SignalsTest {
    private final Signals signals = new Signals();
    private final List<Signal> told = new ArrayList<>();

    @Test
    void aKeySentBothWaysIsOneWhicheverComesFirst() {
        event('5', 100, 1000);
        info('5', 1004);
        info('6', 1050);
        event('6', 100, 1055);
        assertThat(keys()).isEqualTo("56");
    }

    @Test
    void aDigitPressedTwiceStaysTwo() {
        event('1', 100, 1000);
        info('1', 1001);
        event('1', 100, 1010);
        info('1', 1011);
        info('2', 1020);
        info('2', 1030);
        event('2', 100, 1031);
        event('2', 100, 1032);
        assertThat(keys()).isEqualTo("1122");
    }

    @Test
    void oneWayAloneIsNeverThinnedOut() {
        for (int i = 0; i < 40; i++) {
            event('7', 100, 1000 + 10 * i);
        }
        for (int i = 0; i < 40; i++) {
            info('8', 2000 + 10 * i);
        }
        assertThat(keys()).isEqualTo("7".repeat(40) + "8".repeat(40));
    }

    @Test
    void aKeyHeldForLongIsStillTheOneWhoseInfoCameAtItsBeginning() {
        info('#', 1000);
        event('#', 5000, 1250);
        assertThat(keys()).isEqualTo("#");
    }

    @Test
    void anInfoThatHadToBeRepeatedIsStillTheSameKey() {
        event('3', 100, 1000);
        info('3', 1000 + 75);
        assertThat(keys()).isEqualTo("3");
    }

    @Test
    void theSameDigitLaterTheOtherWayIsAnotherKey() {
        event('9', 100, 1000);
        info('9', 1101);
        info('0', 2000);
        event('0', 100, 2106);
        assertThat(keys()).isEqualTo("9900");
    }

    @Test
    void otherSignalsKeepTheirPlace() {
        signals.post(new Signal.Hold());
        signals.post(new Signal.Key('4', Duration.ofMillis(100)));
        signals.post(new Signal.Resume());
        told.addAll(signals.next(List.of(), 10));
        assertThat(told)
                .containsExactly(new Signal.Hold(), new Signal.Key('4', Duration.ofMillis(100)), new Signal.Resume());
    }

    private void event(char digit, int millis, long tick) {
        told.addAll(signals.next(List.of(new Signal.Key(digit, Duration.ofMillis(millis))), tick));
    }

    private void info(char digit, long tick) {
        signals.post(new Signal.Key(digit, Duration.ofMillis(160)));
        told.addAll(signals.next(List.of(), tick));
    }

    private String keys() {
        StringBuilder keys = new StringBuilder();
        told.forEach(signal -> keys.append(((Signal.Key) signal).digit()));
        return keys.toString();
    }
}
