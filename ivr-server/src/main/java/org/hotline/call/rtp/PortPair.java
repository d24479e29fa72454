package org.hotline.call.rtp;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The two sockets of a leg: RTP on an even port, RTCP on the odd one above (RFC 3550 section 11).
 *
 * @param rtp bound, not connected, non-blocking
 * @param rtcp likewise
 */
record PortPair(DatagramChannel rtp, DatagramChannel rtcp) implements AutoCloseable {
    /** Expedited forwarding (RFC 3246), the class of voice. */
    private static final int VOICE = 0xB8;

    /**
     * Binds a free pair within the settings' range; begins at random, as ports that can be guessed invite injection.
     *
     * @throws IOException if no pair is free or the address is not one of this machine
     */
    static PortPair open(InetAddress local, RtpSettings settings) throws IOException {
        int pairs = (settings.lastPort() - settings.firstPort()) / 2 + 1;
        int first = ThreadLocalRandom.current().nextInt(pairs);
        for (int i = 0; i < pairs; i++) {
            try {
                return bind(local, settings.firstPort() + 2 * ((first + i) % pairs));
            } catch (BindException taken) {
                // Somebody else has it: try the next pair.
            }
        }
        throw new BindException("No free pair of RTP ports from " + settings.firstPort() + " to " + settings.lastPort()
                + " on " + local.getHostAddress()
                + ": stop the program that has them, or choose others with media.first-port and media.last-port.");
    }

    private static PortPair bind(InetAddress local, int port) throws IOException {
        DatagramChannel rtp = channel(local, port);
        try {
            return new PortPair(rtp, channel(local, port + 1));
        } catch (IOException taken) {
            rtp.close();
            throw taken;
        }
    }

    private static DatagramChannel channel(InetAddress local, int port) throws IOException {
        // The family must be the address's: sending to IPv6 from an IPv4 channel throws in the pacer.
        var family = local instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
        DatagramChannel channel = DatagramChannel.open(family);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.IP_TOS, VOICE);
            channel.bind(new InetSocketAddress(local, port));
            return channel;
        } catch (IOException taken) {
            channel.close();
            throw taken;
        }
    }

    InetSocketAddress local() throws IOException {
        return (InetSocketAddress) rtp.getLocalAddress();
    }

    @Override
    public void close() throws IOException {
        try (rtcp) {
            rtp.close();
        }
    }
}
