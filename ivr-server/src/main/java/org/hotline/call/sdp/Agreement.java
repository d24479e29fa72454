package org.hotline.call.sdp;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * What offer and answer agreed on for the call's audio.
 *
 * @param remote where to send; the unspecified address with the old way of holding
 * @param reports where to send RTCP (RFC 3605), normally the next port
 * @param encoding of both directions
 * @param payloadType of both directions, as the offer numbered it
 * @param keys payload type of telephone-event, if the far side takes key presses in the stream (RFC 4733)
 * @param comfortNoise payload type of comfort noise, if the far side named it (RFC 3389)
 * @param packetTime the length of packet the far side asks for; 20 ms if it does not
 * @param direction the flow seen from us: {@code RECVONLY} or {@code INACTIVE} when the far side holds us
 */
public record Agreement(
        InetSocketAddress remote,
        InetSocketAddress reports,
        Encoding encoding,
        int payloadType,
        OptionalInt keys,
        OptionalInt comfortNoise,
        Duration packetTime,
        Direction direction) {
    /** True if the far side does not want to hear us (RFC 3264 section 8.4). */
    public boolean onHold() {
        return direction == Direction.RECVONLY || direction == Direction.INACTIVE;
    }
}
