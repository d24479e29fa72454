package org.hotline.call.sip;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline.call.digest.Login;

/**
 * How the SIP endpoint is set up.
 *
 * @param addresses to bind, each an address of this machine; not the wildcard, for peers must be told a real one
 * @param port of every address and transport; 0 picks a free one
 * @param transports {@code udp}, {@code tcp} or both
 * @param advertised the address peers are told instead of the IPv4 one bound, behind a NAT with forwarded ports
 * @param callLimit calls at the same time; further ones get 503 with Retry-After
 * @param realm of digest authentication, shown by phones, and the domain of our accounts
 * @param publicCalls true if anybody may call; else only accounts that prove their password. Whoever claims in From to be
 *     an account has to prove it either way
 * @param messageRate messages a second one source address may send, twice as many in a burst; what exceeds it is dropped
 *     unparsed. A whole exchange of calls may sit behind one address, so this is a dam against floods, no fine limit
 * @param times how long is waited for what
 * @param logins accounts of ours at trunks, by the host that is dialled
 */
public record SipSettings(
        List<InetAddress> addresses,
        int port,
        Set<Transport> transports,
        Optional<InetAddress> advertised,
        int callLimit,
        String realm,
        boolean publicCalls,
        int messageRate,
        SipTimes times,
        Map<String, Login> logins) {

    /** How messages travel. */
    public enum Transport {
        UDP,
        TCP;

        String word() {
            return this == UDP ? "udp" : "tcp";
        }
    }

    /** Loopback, IPv4 and IPv6, port 5060, UDP and TCP, 500 calls, realm {@code hotline}, anybody may call. */
    public static final SipSettings DEFAULT = new SipSettings(
            List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1")),
            5060,
            Set.of(Transport.UDP, Transport.TCP),
            Optional.empty(),
            500,
            "hotline",
            true,
            2_000,
            SipTimes.DEFAULT,
            Map.of());

    public SipSettings {
        addresses = List.copyOf(addresses);
        transports = Set.copyOf(transports);
        logins = Map.copyOf(logins);
        if (addresses.isEmpty() || transports.isEmpty()) {
            throw new IllegalArgumentException("SIP needs at least one address and one transport");
        }
        if (addresses.stream().anyMatch(InetAddress::isAnyLocalAddress)) {
            throw new IllegalArgumentException(
                    "SIP cannot bind the wildcard address: name the addresses that phones are to reach");
        }
        if (addresses.stream().anyMatch(InetAddress::isLinkLocalAddress)) {
            throw new IllegalArgumentException(
                    "SIP cannot bind a link-local address: addresses with a zone do not fit into SIP messages");
        }
        if (port < 0 || port > 65_535 || callLimit < 1 || messageRate < 1) {
            throw new IllegalArgumentException(
                    "SIP port must be 0 to 65535, the call limit and the message rate at least 1");
        }
    }

    /** The same on other addresses. */
    public SipSettings addresses(InetAddress... others) {
        return new SipSettings(
                List.of(others),
                port,
                transports,
                advertised,
                callLimit,
                realm,
                publicCalls,
                messageRate,
                times,
                logins);
    }

    /** The same on another port. */
    public SipSettings port(int other) {
        return new SipSettings(
                addresses, other, transports, advertised, callLimit, realm, publicCalls, messageRate, times, logins);
    }

    /** The same with another limit of calls. */
    public SipSettings callLimit(int other) {
        return new SipSettings(
                addresses, port, transports, advertised, other, realm, publicCalls, messageRate, times, logins);
    }

    /** The same with another answer to whether anybody may call. */
    public SipSettings publicCalls(boolean other) {
        return new SipSettings(
                addresses, port, transports, advertised, callLimit, realm, other, messageRate, times, logins);
    }

    /** The same with another limit of messages a second and source. */
    public SipSettings messageRate(int other) {
        return new SipSettings(
                addresses, port, transports, advertised, callLimit, realm, publicCalls, other, times, logins);
    }

    /** The same with other times. */
    public SipSettings times(SipTimes other) {
        return new SipSettings(
                addresses, port, transports, advertised, callLimit, realm, publicCalls, messageRate, other, logins);
    }

    /** The same with these accounts at trunks. */
    public SipSettings logins(Map<String, Login> other) {
        return new SipSettings(
                addresses, port, transports, advertised, callLimit, realm, publicCalls, messageRate, times, other);
    }

    /** Our account at that host. */
    Optional<Login> login(String host) {
        return Optional.ofNullable(logins.get(host));
    }
}
