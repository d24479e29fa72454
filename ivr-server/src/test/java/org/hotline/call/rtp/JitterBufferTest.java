package org.hotline.call.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Lines of all kinds in virtual time. Each 20 ms of the stream carries its own number as sample value, so what is played
 * can be told; 8 samples are a millisecond.
 */
class JitterBufferTest {
    private static final int FRAME = 160;
    private static final int SILENT = -1;
    private final JitterBuffer buffer = new JitterBuffer(40 * 8, 120 * 8);

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Arrival(RtpPacket packet, short[] samples, long at) {}

    @Test
    void anEvenLineIsPlayedWholeFortyMillisecondsLate() {
        List<Integer> played = play(stream(200, 20, frame -> 0), 210);
        assertThat(sounds(played)).isEqualTo(numbers(0, 200));
        assertThat(played.indexOf(0)).as("frames until the first is played").isBetween(2, 4);
        assertThat(gaps(played)).isZero();
    }

    @Test
    void packetsOfAnyLengthAreCutIntoTwentyMilliseconds() {
        for (int millis : new int[] {10, 30, 40, 60}) {
            JitterBuffer fresh = new JitterBuffer(40 * 8, 120 * 8);
            List<Integer> played = play(fresh, stream(120 * 20 / millis, millis, frame -> 0), 140);
            assertThat(sounds(played)).as("packets of %d ms", millis).isEqualTo(numbers(0, 120));
        }
    }

    @Test
    void reorderIsUndone() {
        Random random = new Random(3);
        List<Integer> played = play(stream(500, 20, frame -> random.nextInt(8 * 35)), 520);
        assertThat(lastOf(sounds(played), 400)).isEqualTo(numbers(100, 500));
    }

    @Test
    void itLearnsTheJitterOfTheLineAndThenLosesNothing() {
        Random random = new Random(4);
        List<Integer> played = play(stream(1000, 20, frame -> random.nextInt(8 * 80)), 1020);
        List<Integer> sounds = sounds(played);
        assertThat(sounds).isSorted().doesNotHaveDuplicates();
        assertThat(lastOf(sounds, 700).size()).isEqualTo(700);
        assertThat(sounds.size()).isGreaterThan(970);
        assertThat(buffer.delay()).isBetween(90 * 8, 120 * 8);
    }

    @Test
    void whenTheLineCalmsDownTheDelayShrinksInQuietMoments() {
        Random random = new Random(5);
        play(stream(1000, 20, frame -> frame < 300 ? random.nextInt(8 * 80) : 0), 1000);
        assertThat(buffer.delay()).isEqualTo(40 * 8);
    }

    @Test
    void whatIsLostIsMissedOnceAndTheRestStaysInStep() {
        List<Arrival> arrivals = stream(300, 20, frame -> 0);
        arrivals.removeIf(arrival -> arrival.samples[0] % 10 == 7);
        List<Integer> played = play(arrivals, 310);
        assertThat(sounds(played)).hasSize(270);
        int start = played.indexOf(0);
        for (int frame = 0; frame < 300; frame++) {
            assertThat(played.get(start + frame)).isEqualTo(frame % 10 == 7 ? SILENT : frame);
        }
    }

    @Test
    void repeatedPacketsArePlayedOnce() {
        List<Arrival> twice = new ArrayList<>();
        stream(100, 20, frame -> 0).forEach(arrival -> twice.addAll(List.of(arrival, arrival)));
        assertThat(sounds(play(twice, 110))).isEqualTo(numbers(0, 100));
        assertThat(buffer.duplicate()).isEqualTo(100);
    }

    @Test
    void aPauseOfTheFarSideIsAPause() {
        List<Arrival> arrivals = stream(300, 20, frame -> 0);
        arrivals.removeIf(arrival -> arrival.samples[0] >= 100 && arrival.samples[0] < 200);
        List<Integer> played = play(arrivals, 310);
        assertThat(sounds(played)).hasSize(200);
        assertThat(played.indexOf(200) - played.indexOf(99)).isBetween(100, 102);
    }

    @Test
    void aClockThatJumpsIsFollowed() {
        for (int jump : new int[] {1_000_000, -1_000_000, 5000, -5000, Integer.MIN_VALUE}) {
            JitterBuffer fresh = new JitterBuffer(40 * 8, 120 * 8);
            List<Arrival> arrivals = new ArrayList<>();
            for (Arrival arrival : stream(200, 20, frame -> 0)) {
                boolean later = arrival.samples[0] >= 100;
                arrivals.add(new Arrival(moved(arrival.packet, later ? jump : 0), arrival.samples, arrival.at));
            }
            List<Integer> sounds = sounds(play(fresh, arrivals, 220));
            assertThat(sounds).as("jump of %d", jump).contains(50, 150, 199);
            assertThat(sounds.size()).isGreaterThan(190);
        }
    }

    @Test
    void clocksThatDriftApartForHoursStayTogether() {
        for (int perMillion : new int[] {-300, 300}) {
            JitterBuffer fresh = new JitterBuffer(40 * 8, 120 * 8);
            List<Arrival> arrivals = new ArrayList<>();
            for (int frame = 0; frame < 90_000; frame++) {
                long at = frame * (long) FRAME * (1_000_000 + perMillion) / 1_000_000;
                arrivals.add(arrival(frame, 20, FRAME + at));
            }
            List<Integer> played = play(fresh, arrivals, 90_000);
            assertThat(sounds(played).size()).as("drift of %d ppm", perMillion).isGreaterThan(89_900);
            assertThat(gaps(played.subList(100, played.size()))).isLessThan(60);
        }
    }

    @Test
    void ofALongStandstillTheLastSecondIsPlayed() {
        List<Arrival> arrivals = stream(200, 20, frame -> 0);
        feed(buffer, arrivals, 100 * FRAME);
        for (int tick = 0; tick < 50; tick++) {
            buffer.pull((long) tick * FRAME);
        }
        feed(buffer, arrivals.subList(99, 200), 200 * FRAME);
        Optional<short[]> heard = buffer.pull(200 * FRAME);
        assertThat(heard).hasValueSatisfying(samples -> assertThat(samples[0]).isBetween((short) 147, (short) 153));
    }

    /** Frames from 200 on are loud. */
    @Test
    void whatComesAllAtOnceIsPlayedWhole() {
        for (int stall : new int[] {5, 10, 30, 45}) {
            JitterBuffer fresh = new JitterBuffer(40 * 8, 120 * 8);
            List<Arrival> arrivals =
                    stream(700, 20, frame -> Math.max(0, 300 + stall - frame) * (frame < 300 ? 0 : FRAME));
            List<Integer> sounds = sounds(play(fresh, arrivals, 760));
            assertThat(sounds.subList(sounds.indexOf(250), sounds.indexOf(450)))
                    .as("%d ms", stall * 20)
                    .isEqualTo(numbers(250, 450));
        }
    }

    @Test
    void inQuietMomentsItIsInStepAgain() {
        List<Integer> played = play(stream(200, 20, frame -> frame < 50 ? 0 : Math.max(0, 80 - frame) * FRAME), 210);
        assertThat(sounds(played)).isSorted();
        assertThat(played.indexOf(199)).isBetween(200, 208);
    }

    @Test
    void ifNothingIsQuietItIsInStepAfterSomeSeconds() {
        List<Integer> played =
                play(stream(1500, 20, frame -> frame < 300 ? 0 : Math.max(0, 320 - frame) * FRAME), 1520);
        assertThat(played.indexOf(1499)).isBetween(1500, 1512);
        assertThat(sounds(played)).hasSizeGreaterThan(1470);
    }

    @Test
    void aShortStandstillOfOurOwnLosesNothing() {
        List<Arrival> arrivals = stream(700, 20, frame -> 0);
        List<Integer> heard = new ArrayList<>();
        int fed = 0;
        for (int tick = 0; tick < 720; tick++) {
            if (tick >= 300 && tick < 325) {
                continue;
            }
            long now = (long) tick * FRAME + 40;
            for (; fed < arrivals.size() && arrivals.get(fed).at <= now; fed++) {
                buffer.put(arrivals.get(fed).packet, arrivals.get(fed).samples, arrivals.get(fed).at);
            }
            buffer.pull(now).map(JitterBufferTest::number).ifPresent(heard::add);
        }
        assertThat(heard.subList(heard.indexOf(250), heard.indexOf(450))).isEqualTo(numbers(250, 450));
    }

    /** Whatever arrives in whatever order: nothing throws, nothing is invented, nothing is played twice or backwards. */
    @Test
    void anyLineKeepsTheInvariants() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int spread = 1 + random.nextInt(8 * 200);
            int loss = random.nextInt(30);
            List<Arrival> arrivals = stream(300, 20, frame -> random.nextInt(spread));
            arrivals.removeIf(arrival -> random.nextInt(100) < loss);
            List<Integer> played = play(new JitterBuffer(40 * 8, 120 * 8), arrivals, 330);
            assertThat(sounds(played)).as("seed %d", seed).isSorted().doesNotHaveDuplicates();
            assertThat(sounds(played)).allMatch(number -> number >= 0 && number < 300);
        }
    }

    @Test
    void rubbishInTheHeaderHurtsNobody() {
        Random random = new Random(8);
        for (int i = 0; i < 100_000; i++) {
            short[] samples = new short[random.nextInt(4) == 0 ? random.nextInt(9000) : FRAME];
            int timestamp = random.nextBoolean() ? random.nextInt() : i * FRAME;
            RtpPacket packet = new RtpPacket(
                    0, random.nextBoolean(), random.nextInt(65_536), timestamp, random.nextInt(2), new byte[0], 0);
            buffer.put(packet, samples, (long) i * FRAME);
            assertThat(buffer.pull((long) i * FRAME).map(heard -> heard.length).orElse(FRAME))
                    .isEqualTo(FRAME);
        }
    }

    private List<Integer> play(List<Arrival> arrivals, int ticks) {
        return play(buffer, arrivals, ticks);
    }

    /** What each tick played: the number of the frame, or SILENT. */
    private static List<Integer> play(JitterBuffer buffer, List<Arrival> arrivals, int ticks) {
        List<Arrival> inOrder = new ArrayList<>(arrivals);
        inOrder.sort(Comparator.comparingLong(Arrival::at));
        List<Integer> played = new ArrayList<>();
        int next = 0;
        for (int tick = 0; tick < ticks; tick++) {
            long now = (long) tick * FRAME + 40;
            for (; next < inOrder.size() && inOrder.get(next).at <= now; next++) {
                Arrival arrival = inOrder.get(next);
                buffer.put(arrival.packet, arrival.samples, arrival.at);
            }
            played.add(buffer.pull(now).map(JitterBufferTest::number).orElse(SILENT));
        }
        return played;
    }

    private static void feed(JitterBuffer buffer, List<Arrival> arrivals, long until) {
        for (Arrival arrival : arrivals) {
            if (arrival.at <= until) {
                buffer.put(arrival.packet, arrival.samples, arrival.at);
            }
        }
    }

    /** Frames must come out as they went in, not cut in the middle. */
    private static int number(short[] samples) {
        assertThat(samples).containsOnly(samples[0]);
        return samples[0];
    }

    /** Packets of {@code millis}, each {@code delay} samples longer under way than it must. */
    private static List<Arrival> stream(int packets, int millis, IntUnaryOperator delay) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int packet = 0; packet < packets; packet++) {
            arrivals.add(arrival(packet, millis, (packet + 1L) * millis * 8 + delay.applyAsInt(packet)));
        }
        return arrivals;
    }

    private static Arrival arrival(int number, int millis, long at) {
        int first = number * millis * 8;
        short[] samples = new short[millis * 8];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((first + i) / FRAME);
        }
        return new Arrival(Packets.audio(number, first + Integer.MAX_VALUE - 5000), samples, at);
    }

    private static RtpPacket moved(RtpPacket packet, int by) {
        return Packets.audio(packet.sequence(), packet.timestamp() + by);
    }

    private static List<Integer> sounds(List<Integer> played) {
        return played.stream().filter(number -> number != SILENT).toList();
    }

    private static List<Integer> lastOf(List<Integer> numbers, int count) {
        return numbers.subList(Math.max(0, numbers.size() - count), numbers.size());
    }

    private static List<Integer> numbers(int from, int to) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = from; number < to; number++) {
            numbers.add(number);
        }
        return numbers;
    }

    /** Silences between the first and the last sound. */
    private static long gaps(List<Integer> played) {
        int last = played.size();
        while (last > 0 && played.get(last - 1) == SILENT) {
            last--;
        }
        return played.subList(0, last).stream()
                .dropWhile(number -> number == SILENT)
                .filter(number -> number == SILENT)
                .count();
    }
}
