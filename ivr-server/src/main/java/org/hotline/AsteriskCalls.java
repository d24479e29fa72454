package org.hotline;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.hotline.call.HandBack;
import org.hotline.call.asterisk.AsteriskFront;
import org.hotline.call.asterisk.AsteriskSettings;
import org.hotline.call.asterisk.Network;
import org.hotline.call.asterisk.ami.Ami;
import org.hotline.call.asterisk.ami.AmiSettings;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.queue.AgentState;
import org.hotline.queue.QueueBoard;

/** The front for calls that an Asterisk hands over, from its part of the configuration. */
final class AsteriskCalls {
    private AsteriskCalls() {}

    /** @throws IllegalArgumentException if an address is none */
    static AsteriskFront front(Configuration configuration, MediaEngine media, Supplier<QueueBoard> board, Clock clock)
            throws UnknownHostException {
        Configuration.Asterisk asterisk = configuration.asterisk();
        return new AsteriskFront(
                new AsteriskSettings(
                        InetAddress.getByName(asterisk.address()),
                        asterisk.agiPort(),
                        asterisk.audioPort(),
                        asterisk.sources().stream().map(Network::of).toList(),
                        configuration.sip().callLimit(),
                        AsteriskSettings.DEFAULT.connectWithin(),
                        AsteriskSettings.DEFAULT.keepResult(),
                        asterisk.priorities()),
                media,
                what -> isTakenBack(what, asterisk.queues(), board),
                clock);
    }

    /**
     * The connection to its manager interface, not begun yet, if there is to be one.
     *
     * @throws IllegalArgumentException if there is no secret, or no port
     */
    static Optional<Ami> ami(Configuration.Ami ami) throws IOException {
        return ami.enabled()
                ? Optional.of(new Ami(AmiSettings.of(ami.host(), ami.port(), ami.user(), secret(ami))))
                : Optional.empty();
    }

    private static String secret(Configuration.Ami ami) throws IOException {
        return ami.secretFile().isPresent()
                ? Files.readString(ami.secretFile().get()).strip()
                : ami.secret().orElse("");
    }

    private static boolean isTakenBack(
            HandBack what, Configuration.Asterisk.Queues queues, Supplier<QueueBoard> board) {
        return switch (what.way()) {
            case NUMBER, OPERATOR, HANG_UP -> true;
            case QUEUE ->
                switch (queues) {
                    case ASTERISK -> true;
                    case HOTLINE -> false;
                    case AUTO -> !isServedHere(what.target(), board.get());
                };
        };
    }

    /** True if an agent of this queue is at work here, with a phone that can be rung. */
    static boolean isServedHere(String queue, QueueBoard board) {
        return board.queue(queue)
                .map(line -> board.agents().stream()
                        .filter(desk -> desk.profile().serves(line.settings()))
                        .anyMatch(desk -> desk.reachable() && !(desk.state() instanceof AgentState.SignedOut)))
                .orElse(false);
    }
}
