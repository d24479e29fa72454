package org.hotline;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.asteriskjava.manager.event.ManagerEvent;
import org.hotline.call.HandBack;
import org.hotline.call.Ladder;
import org.hotline.call.asterisk.AsteriskFront;
import org.hotline.call.asterisk.AsteriskSettings;
import org.hotline.call.asterisk.Network;
import org.hotline.call.asterisk.ami.Ami;
import org.hotline.call.asterisk.ami.AmiListener;
import org.hotline.call.asterisk.ami.AmiSettings;
import org.hotline.call.asterisk.ami.AmiVersion;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.queue.AgentProfile;
import org.hotline.queue.AgentState;
import org.hotline.queue.Event;
import org.hotline.queue.QueueBoard;

/** The front for calls that an Asterisk hands over, from its part of the configuration. */
final class AsteriskCalls {
    private static final String PREFIX = AsteriskFront.SCHEME + ":";

    private AsteriskCalls() {}

    /** @throws IllegalArgumentException if an address is none */
    static AsteriskFront front(
            Configuration configuration,
            MediaEngine media,
            Supplier<QueueBoard> board,
            Optional<Ami> ami,
            Ladder ladder,
            Clock clock)
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
                        asterisk.priorities(),
                        phones(configuration)),
                media,
                what -> isTakenBack(what, asterisk.queues(), board),
                ami,
                ladder,
                clock);
    }

    private static Set<String> phones(Configuration configuration) {
        return configuration.agents().values().stream()
                .flatMap(agent -> agent.phone().stream())
                .map(phone -> phone.substring(PREFIX.length()))
                .collect(Collectors.toSet());
    }

    /** True for {@code asterisk:} and a channel. */
    static boolean isPhone(String text) {
        return text.startsWith(PREFIX) && AsteriskFront.isChannel(text.substring(PREFIX.length()));
    }

    /** Tells the queues whether the agents behind the Asterisk can be rung: as long as it can be asked to. */
    static void reach(Ami ami, List<AgentProfile> agents, Consumer<Event> queues) {
        List<String> names = agents.stream()
                .filter(agent -> isPhone(agent.phone()))
                .map(AgentProfile::name)
                .toList();
        ami.listen(Set.of(), new AmiListener() {
            @Override
            public void connected(AmiVersion version) {
                if (version.reachesAgents()) {
                    names.forEach(name -> queues.accept(new Event.PhoneReachable(name)));
                }
            }

            @Override
            public void event(ManagerEvent event) {}

            @Override
            public void lost() {
                names.forEach(name -> queues.accept(new Event.PhoneUnreachable(name)));
            }
        });
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
