package org.hotline.call.asterisk;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the Asterisk front is set up.
 *
 * @param address to listen on; neither AGI nor AudioSocket knows passwords or encryption, so loopback or a private network
 * @param agiPort of FastAGI; 0 picks a free one
 * @param audioPort of AudioSocket; 0 picks a free one
 * @param sources whose connections are accepted, all others are closed at once
 * @param callLimit calls at the same time; further ones are told to go to the operator
 * @param connectWithin how long Asterisk may take to connect the sound of a call that we have answered
 * @param keepResult how long a call's result can be asked for after the call
 * @param priorities what {@code IVR_PRIORITY} says, by issue; 0 for all others
 * @param phones agents' channels without their numbers, {@code PJSIP/1001}: whoever calls from one is that agent
 */
public record AsteriskSettings(
        InetAddress address,
        int agiPort,
        int audioPort,
        List<Network> sources,
        int callLimit,
        Duration connectWithin,
        Duration keepResult,
        Map<String, Integer> priorities,
        Set<String> phones) {
    /** Loopback, ports 4573 and 9092, 500 calls, 10 s, 60 s. */
    public static final AsteriskSettings DEFAULT = new AsteriskSettings(
            InetAddress.ofLiteral("127.0.0.1"),
            4573,
            9092,
            List.of(Network.of("127.0.0.0/8"), Network.of("::1")),
            500,
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Map.of(),
            Set.of());

    public AsteriskSettings {
        sources = List.copyOf(sources);
        phones = Set.copyOf(phones);
        priorities = Map.copyOf(priorities);
        if (callLimit < 1 || agiPort < 0 || agiPort > 65_535 || audioPort < 0 || audioPort > 65_535) {
            throw new IllegalArgumentException("Asterisk ports must be 0 to 65535 and the call limit at least 1");
        }
    }

    /** The same on other ports. */
    public AsteriskSettings ports(int agi, int audio) {
        return new AsteriskSettings(
                address, agi, audio, sources, callLimit, connectWithin, keepResult, priorities, phones);
    }

    /** The same with another limit of calls. */
    public AsteriskSettings callLimit(int other) {
        return new AsteriskSettings(
                address, agiPort, audioPort, sources, other, connectWithin, keepResult, priorities, phones);
    }

    /** The same with less or more patience for the connection of the sound. */
    public AsteriskSettings connectWithin(Duration other) {
        return new AsteriskSettings(
                address, agiPort, audioPort, sources, callLimit, other, keepResult, priorities, phones);
    }

    /** The same where calls from these channels are agents'. */
    public AsteriskSettings phones(Set<String> others) {
        return new AsteriskSettings(
                address, agiPort, audioPort, sources, callLimit, connectWithin, keepResult, priorities, others);
    }

    boolean accepts(InetAddress source) {
        return sources.stream().anyMatch(network -> network.holds(source));
    }
}
