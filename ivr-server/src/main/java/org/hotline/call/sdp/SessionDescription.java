package org.hotline.call.sdp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * A session description (RFC 4566): what one side can receive, where, and how.
 *
 * @param origin its {@code o=} line
 * @param name its {@code s=} line, {@code -} if it has none to tell
 * @param connection the session's {@code c=} address without {@code IN}, which streams without their own use
 * @param timing its {@code t=} line; an answer repeats the offer's
 * @param attributes the {@code a=} lines before the first stream
 * @param media the streams, in order: their position is their name in offer and answer
 */
public record SessionDescription(
        Origin origin,
        String name,
        Optional<String> connection,
        String timing,
        List<Attribute> attributes,
        List<Media> media) {

    /** The media type of the text. */
    public static final String TYPE = "application/sdp";

    /**
     * Reads a description.
     *
     * @throws MalformedSdp if it is not one, or larger than any honest one (64 kB, 512 lines, 32 streams)
     */
    public static SessionDescription read(String text) throws MalformedSdp {
        return new SdpReader(text).read();
    }

    /** The description as text, lines ended by CR LF. */
    public String text() {
        StringBuilder out = new StringBuilder(256);
        line(out, 'v', "0");
        line(out, 'o', origin.text());
        line(out, 's', name);
        connection.ifPresent(address -> line(out, 'c', "IN " + address));
        line(out, 't', timing);
        attributes.forEach(attribute -> line(out, 'a', attribute.text()));
        for (Media stream : media) {
            line(
                    out,
                    'm',
                    stream.kind() + " " + stream.port() + " " + stream.protocol() + " "
                            + String.join(" ", stream.formats()));
            stream.connection().ifPresent(address -> line(out, 'c', "IN " + address));
            stream.attributes().forEach(attribute -> line(out, 'a', attribute.text()));
        }
        return out.toString();
    }

    private static void line(StringBuilder out, char type, String value) {
        out.append(type).append('=').append(value).append("\r\n");
    }

    /** Where a stream wants its packets; empty if that is no unicast address literal (names are never looked up). */
    public Optional<InetSocketAddress> address(Media stream) {
        return stream.connection()
                .or(this::connection)
                .flatMap(SessionDescription::unicast)
                .map(address -> new InetSocketAddress(address, stream.port()));
    }

    /** True if the stream flows nowhere by the old way of saying hold, {@code c=IN IP4 0.0.0.0} (RFC 3264 section 8.4). */
    boolean isHeldTheOldWay(Media stream) {
        return address(stream)
                .map(InetSocketAddress::getAddress)
                .filter(InetAddress::isAnyLocalAddress)
                .isPresent();
    }

    static String family(InetAddress address) {
        return (address instanceof Inet6Address ? "IP6 " : "IP4 ") + address.getHostAddress();
    }

    private static Optional<InetAddress> unicast(String connection) {
        String[] words = connection.split(" ", -1);
        if (words.length != 2) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.ofLiteral(words[1]);
            boolean fits = address instanceof Inet6Address == words[0].equals("IP6");
            return fits && !address.isMulticastAddress() && isStandardLiteral(words[1])
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Java also reads {@code 1.2} and zones; the grammar of RFC 4566 section 9 does not. */
    private static boolean isStandardLiteral(String literal) {
        return literal.contains(":")
                ? !literal.contains("%")
                : literal.chars().filter(c -> c == '.').count() == 3;
    }
}
