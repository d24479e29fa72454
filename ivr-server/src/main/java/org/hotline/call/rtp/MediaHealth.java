package org.hotline.call.rtp;

import java.time.Duration;

/**
 * How the media engine feels, for the health page and metrics.
 *
 * @param legs open legs
 * @param pacerAge time since the pacer last moved; more than 100 ms is worth a metric, more than a second an alarm
 * @param lateTicks ticks that began more than 5 ms late
 * @param skippedRounds rounds of 20 ms left out after the whole process had stood still for more than 200 ms
 * @param sent RTP packets sent
 * @param received datagrams read
 * @param expected packets that should have come to the legs now open
 * @param lost of them, those that never came
 * @param malformed datagrams that are neither RTP nor RTCP
 * @param failures packets that could not be sent or read
 */
public record MediaHealth(
        int legs,
        Duration pacerAge,
        long lateTicks,
        long skippedRounds,
        long sent,
        long received,
        long expected,
        long lost,
        long malformed,
        long failures) {}
