package org.hotline.call.rtp;

import java.time.Duration;
import java.util.Optional;

/**
 * What went over one leg so far.
 *
 * @param sent RTP packets sent
 * @param received RTP packets taken from the far side, duplicates included
 * @param lost packets the far side sent that never came (RFC 3550 appendix A.3); may fall when late ones come
 * @param late packets that came after their moment of playing
 * @param duplicate packets that came twice
 * @param concealed frames of 20 ms made up because nothing had come
 * @param refused packets from someone who is not the far side (RTP bleed), or of an unknown payload type
 * @param starved frames of silence sent because the call's thread had said nothing in time
 * @param jitter interarrival jitter (RFC 3550 section 6.4.1)
 * @param farLoss share of our packets that the far side last reported as lost, 0 to 1
 * @param roundTrip from the far side's last report, if it sends any
 */
public record LegStatistics(
        long sent,
        long received,
        long lost,
        long late,
        long duplicate,
        long concealed,
        long refused,
        long starved,
        Duration jitter,
        double farLoss,
        Optional<Duration> roundTrip) {}
