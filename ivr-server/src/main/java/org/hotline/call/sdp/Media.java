package org.hotline.call.sdp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An {@code m=} section.
 *
 * @param kind {@code audio}, {@code video}, ...
 * @param port 0 to 65535; 0 refuses or removes the stream
 * @param protocol e.g. {@code RTP/AVP}
 * @param formats payload types for RTP, in the writer's order of preference
 * @param connection its own {@code c=} address without {@code IN}, e.g. {@code IP4 192.0.2.1}
 * @param attributes its {@code a=} lines
 */
public record Media(
        String kind,
        int port,
        String protocol,
        List<String> formats,
        Optional<String> connection,
        List<Attribute> attributes) {

    /** The first value of an attribute. */
    public Optional<String> attribute(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .map(Attribute::value)
                .findFirst();
    }

    /** What a payload type stands for, e.g. {@code PCMU/8000}: its rtpmap, else the static table of RFC 3551. */
    String mapping(String format) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals("rtpmap"))
                .map(Attribute::value)
                .filter(value -> value.startsWith(format + " "))
                .map(value -> value.substring(format.length() + 1).strip())
                .findFirst()
                .orElseGet(() -> Media.ofStatic(format));
    }

    /** The payload type of key presses on the 8 kHz clock, the clock of G.711 (RFC 4733 section 2.1). */
    OptionalInt keys() {
        return typeOf("telephone-event/8000");
    }

    /** The payload type of comfort noise (RFC 3389 section 4). */
    OptionalInt comfortNoise() {
        return typeOf("CN/8000");
    }

    private OptionalInt typeOf(String mapping) {
        return formats.stream()
                .filter(format -> mapping(format).equalsIgnoreCase(mapping))
                .flatMapToInt(format -> PayloadType.of(format).stream())
                .findFirst();
    }

    /** The packets it asks for (a=ptime); 20 ms if it does not say, or says nonsense. */
    Duration packetTime() {
        return attribute("ptime")
                .flatMap(value -> Port.of(value.strip()))
                .filter(millis -> millis > 0)
                .map(Duration::ofMillis)
                .orElse(Duration.ofMillis(20));
    }

    /** Where it wants reports (RFC 3605): the port of {@code a=rtcp}, else the one above its own. */
    int reportsPort() {
        return attribute("rtcp")
                .map(value -> value.strip().split(" ", 2)[0])
                .flatMap(Port::of)
                .filter(given -> given > 0)
                .orElse(Math.min(65_535, port + 1));
    }

    private static String ofStatic(String format) {
        return format.equals("13")
                ? "CN/8000"
                : Encoding.ofStatic(format).map(Encoding::mapping).orElse("");
    }

    /** The same stream refused: port 0, formats kept, nothing else said (RFC 3264 section 6). */
    Media refused() {
        return new Media(kind, 0, protocol, formats, Optional.empty(), List.of());
    }
}
