package org.hotline.call.rtp;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * What offer and answer (RFC 3264) agreed on for one leg.
 *
 * @param remote where the far side says it receives RTP; may be a private address, see {@link RtpLeg}
 * @param remoteReports where it receives RTCP, normally the next port (RFC 3605)
 * @param codec the codec of both directions
 * @param payloadType the codec's payload type, 0 to 127
 * @param telephoneEvent payload type of telephone-event/8000 (RFC 4733); empty if the far side has none
 * @param comfortNoise payload type of CN (RFC 3389), normally 13; empty if not agreed
 * @param packetTime the length of the packets we send: 20, 40 or 60 ms; other wishes of the far side become 20 ms
 * @param direction which way media flows, seen from us
 */
public record MediaFormat(
        InetSocketAddress remote,
        InetSocketAddress remoteReports,
        Codec codec,
        int payloadType,
        OptionalInt telephoneEvent,
        OptionalInt comfortNoise,
        Duration packetTime,
        Direction direction) {

    private static final Duration FRAME = Duration.ofMillis(20);

    public MediaFormat {
        if (payloadType < 0 || payloadType > 127) {
            throw new IllegalArgumentException("an RTP payload type is 0 to 127, not " + payloadType);
        }
        long millis = packetTime.toMillis();
        packetTime = millis == 40 || millis == 60 ? packetTime : FRAME;
    }

    /** Which way media flows, seen from us (RFC 3264 section 5.1). */
    public enum Direction {
        SEND_RECEIVE,
        SEND_ONLY,
        RECEIVE_ONLY,
        INACTIVE;

        public boolean sends() {
            return this == SEND_RECEIVE || this == SEND_ONLY;
        }

        public boolean receives() {
            return this == SEND_RECEIVE || this == RECEIVE_ONLY;
        }
    }

    /** G.711 both ways in 20 ms packets, telephone-event as 101, comfort noise as 13, reports on the next port. */
    public static MediaFormat of(InetSocketAddress remote, Codec codec) {
        return new MediaFormat(
                remote,
                new InetSocketAddress(remote.getAddress(), Math.min(65_535, remote.getPort() + 1)),
                codec,
                codec.payloadType(),
                OptionalInt.of(101),
                OptionalInt.of(13),
                FRAME,
                Direction.SEND_RECEIVE);
    }

    /** The same with another direction, as after hold and resume. */
    public MediaFormat flowing(Direction other) {
        return new MediaFormat(
                remote, remoteReports, codec, payloadType, telephoneEvent, comfortNoise, packetTime, other);
    }

    int framesPerPacket() {
        return (int) (packetTime.toMillis() / FRAME.toMillis());
    }
}
