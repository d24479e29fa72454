package org.hotline.call.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PacerTest {
    private final Pacer pacer = new Pacer();

    @BeforeEach
    void start() {
        pacer.start();
    }

    @AfterEach
    void stop() {
        pacer.close();
    }

    @Test
    void oneLegsErrorSilencesNobodyElse() {
        List<Long> rounds = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 2 * Pacer.SLOTS; i++) {
            pacer.add(leg(round -> {
                throw new StackOverflowError("a leg gone wrong");
            }));
        }
        pacer.add(leg(rounds::add));
        await().until(() -> rounds.size() > 10);
        assertThat(pacer.failures()).isGreaterThan(100);
        assertThat(rounds).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void legsAreSpreadOverTheWheelAndServedOnTheirMillisecond() {
        Set<Long> offsets = new HashSet<>();
        Pacer.Place first = pacer.add(leg(round -> {}));
        for (int i = 1; i < Pacer.SLOTS; i++) {
            offsets.add((pacer.add(leg(round -> {})).due(0) - first.due(0)) / 1_000_000);
        }
        assertThat(offsets).hasSize(Pacer.SLOTS - 1);
        assertThat(first.due(7) - first.due(6)).isEqualTo(20_000_000);
    }

    @Test
    void aLegThatLeftIsServedNoMore() {
        List<Long> rounds = Collections.synchronizedList(new ArrayList<>());
        List<Long> others = Collections.synchronizedList(new ArrayList<>());
        Pacer.Place place = pacer.add(leg(rounds::add));
        await().until(() -> rounds.size() > 2);
        place.leave();
        place.leave();
        pacer.add(leg(others::add));
        await().until(() -> others.size() > 2);
        int served = rounds.size();
        await().until(() -> others.size() > 8);
        assertThat(rounds).hasSize(served);
    }

    @Test
    void itsAgeTellsThatItLives() {
        pacer.add(leg(round -> {}));
        await().untilAsserted(() -> assertThat(pacer.age().toMillis()).isLessThan(50));
    }

    @Test
    void everyLegServedIsCountedByItsLateness() {
        Punctuality before = pacer.punctuality();
        List<Long> rounds = Collections.synchronizedList(new ArrayList<>());
        pacer.add(leg(rounds::add));
        await().until(() -> rounds.size() > 10);
        Punctuality since = pacer.punctuality().since(before);
        assertThat(since.of(0.5)).isPositive().isLessThanOrEqualTo(since.of(1));
    }

    @Test
    void latenessIsToldByPercentilesRoundedUp() {
        long[] packets = new long[Punctuality.STEPS];
        packets[0] = 50;
        packets[3] = 49;
        packets[Punctuality.STEPS - 1] = 1;
        Punctuality punctuality = new Punctuality(packets);
        assertThat(punctuality.of(0.5)).isEqualTo(Duration.ofNanos(50_000));
        assertThat(punctuality.of(0.51)).isEqualTo(Duration.ofNanos(200_000));
        assertThat(punctuality.of(0.99)).isEqualTo(Duration.ofNanos(200_000));
        assertThat(punctuality.of(1)).isEqualTo(Duration.ofMillis(25));
    }

    private static Pacer.Paced leg(LongConsumer beat) {
        return new Pacer.Paced() {
            @Override
            public void beat(long number) {
                beat.accept(number);
            }

            @Override
            public void wake() {}
        };
    }
}
