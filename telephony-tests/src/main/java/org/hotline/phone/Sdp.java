package org.hotline.phone;

import java.net.InetSocketAddress;

/** The little session description a phone with one µ-law stream needs (RFC 8866, RFC 3264). */
final class Sdp {
    static final String TYPE = "application/sdp";

    private Sdp() {}

    /** Our side of the session. {@code direction} is sendrecv, sendonly, recvonly or inactive. */
    static String of(String host, int port, int version, String direction) {
        String family = host.contains(":") ? "IP6" : "IP4";
        return String.join(
                "\r\n",
                "v=0",
                "o=phone 1 " + version + " IN " + family + " " + host,
                "s=-",
                "c=IN " + family + " " + host,
                "t=0 0",
                "m=audio " + port + " RTP/AVP 0 101",
                "a=rtpmap:0 PCMU/8000",
                "a=rtpmap:101 telephone-event/8000",
                "a=fmtp:101 0-15",
                "a=ptime:20",
                "a=" + direction,
                "");
    }

    /** Where the other side wants its sound. */
    static InetSocketAddress address(String sdp) {
        String host = after(sdp, "c=IN IP").substring(2);
        int port = Integer.parseInt(after(sdp, "m=audio ").split(" ", -1)[0]);
        return new InetSocketAddress(host.strip(), port);
    }

    /** The payload type of its telephone events, 101 if it names none. */
    static int telephoneEvent(String sdp) {
        return sdp.lines()
                .filter(line -> line.startsWith("a=rtpmap:") && line.contains("telephone-event/8000"))
                .map(line -> Integer.parseInt(line.substring(9, line.indexOf(' '))))
                .findFirst()
                .orElse(101);
    }

    private static String after(String sdp, String prefix) {
        return sdp.lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + prefix + " in the session description"));
    }
}
