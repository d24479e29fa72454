package org.hotline;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.function.Supplier;
import org.hotline.call.HandBack;
import org.hotline.call.asterisk.AsteriskFront;
import org.hotline.call.asterisk.AsteriskSettings;
import org.hotline.call.asterisk.Network;
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
