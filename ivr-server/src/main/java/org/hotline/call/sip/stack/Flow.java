package org.hotline.call.sip.stack;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import javax.sip.address.Hop;

/**
 * The way a peer's packets really come, and so the way back to it through any NAT (RFC 3581, RFC 5626 section 4.2).
 *
 * @param address of the packet's source
 * @param port of the packet's source
 * @param transport {@code udp} or {@code tcp}
 */
public record Flow(InetAddress address, int port, String transport) implements Hop {
    public Flow {
        transport = transport.toLowerCase(Locale.ROOT);
    }

    @Override
    public String getHost() {
        return literal(address);
    }

    @Override
    public int getPort() {
        return port;
    }

    @Override
    public String getTransport() {
        return transport;
    }

    /** An address as it is written in SIP: IPv6 in brackets, no zone. */
    public static String literal(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        String bare = zone < 0 ? text : text.substring(0, zone);
        return address instanceof Inet6Address ? "[" + bare + "]" : bare;
    }

    /** As in logs and on the ladder, e.g. {@code udp:192.0.2.1:5060}. */
    @Override
    public String toString() {
        return transport + ":" + getHost() + ":" + port;
    }
}
