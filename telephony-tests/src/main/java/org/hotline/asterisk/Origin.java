package org.hotline.asterisk;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How a channel comes to be in the dialplan.
 *
 * @param name with its number, {@code PJSIP/trunk-00000001}
 * @param uniqueId of the channel
 * @param place where it begins
 * @param variables it begins with
 */
record Origin(
        String name,
        String uniqueId,
        String calling,
        String dialled,
        Extensions.Place place,
        Map<String, String> variables) {
    private static final AtomicLong CHANNELS = new AtomicLong();

    /** The name of one more channel of this endpoint. */
    static String channelOf(String endpoint) {
        return "%s-%08x".formatted(endpoint, CHANNELS.incrementAndGet());
    }

    /** A call from an endpoint to a number. */
    static Origin calling(Extensions extensions, String endpoint, String calling, String dialled) {
        String extension = extensions.match("hotline-numbers", dialled).orElse("s");
        return new Origin(
                channelOf(endpoint),
                "1764117000." + CHANNELS.incrementAndGet(),
                calling,
                dialled,
                new Extensions.Place("hotline-numbers", extension, 1),
                Map.of("EXTEN", dialled));
    }
}
