package org.hotline.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hotline.call.rtp.Punctuality;

/**
 * What the server of {@code bench rtp} measured of itself.
 *
 * @param cpuNanos CPU time of its process between start and stop
 * @param failed calls whose thread ended with an error
 * @param foreign frames heard that were not to the bit the far party's: concealed or wrong
 * @param spoken frames in which speech was detected
 * @param concealed frames made up
 * @param starved frames of silence sent because a call's thread was late
 * @param lost packets of the far side that never came
 * @param lateTicks ticks of the pacer more than 5 ms late
 * @param residentKilobytes memory of the process
 * @param lateMicros how late packets were sent against the schedule, at {@link #SHARES}
 */
record RtpBenchResult(
        long cpuNanos,
        long failed,
        long foreign,
        long spoken,
        long concealed,
        long starved,
        long lost,
        long lateTicks,
        long residentKilobytes,
        List<Long> lateMicros) {
    /** The shares of all packets at which lateness is told. */
    static final List<Double> SHARES = List.of(0.5, 0.9, 0.99, 0.999, 1.0);

    static final String BEGINNING = "result ";

    static List<Long> lateMicros(Punctuality punctuality) {
        return SHARES.stream()
                .map(share -> punctuality.of(share).toNanos() / 1000)
                .toList();
    }

    String line() {
        LongStream numbers = LongStream.of(
                cpuNanos, failed, foreign, spoken, concealed, starved, lost, lateTicks, residentKilobytes);
        return Stream.concat(numbers.boxed(), lateMicros.stream())
                .map(String::valueOf)
                .collect(Collectors.joining(" ", BEGINNING, ""));
    }

    static RtpBenchResult parse(String line) {
        List<Long> n = Arrays.stream(line.substring(BEGINNING.length()).split(" ", -1))
                .map(Long::valueOf)
                .toList();
        return new RtpBenchResult(
                n.get(0),
                n.get(1),
                n.get(2),
                n.get(3),
                n.get(4),
                n.get(5),
                n.get(6),
                n.get(7),
                n.get(8),
                n.subList(9, n.size()));
    }
}
