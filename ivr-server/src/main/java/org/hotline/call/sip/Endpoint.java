package org.hotline.call.sip;

import gov.nist.core.ServerLogger;
import gov.nist.javax.sip.ListeningPointImpl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.message.Request;
import org.hotline.call.CallFront.Destination;
import org.hotline.call.guard.Guard;
import org.hotline.call.sip.SipSettings.Transport;
import org.hotline.call.sip.stack.Flow;
import org.hotline.call.sip.stack.FlowRouter;
import org.hotline.call.sip.stack.FreePort;
import org.hotline.call.sip.stack.GuardedStack;
import org.hotline.call.sip.stack.Messages;
import org.hotline.call.sip.stack.StackLog;
import org.hotline.call.sip.stack.Tags;

/** The SIP stack with its listening points: one provider an address, each with its transports. */
final class Endpoint implements AutoCloseable {
    private final SipSettings settings;
    private final int port;
    private final GuardedStack stack;
    private final List<SipProvider> providers = new ArrayList<>();

    /**
     * Binds the addresses; messages are delivered from now on.
     *
     * @throws UncheckedIOException if one cannot be bound; the message says which and what to do
     */
    Endpoint(SipSettings settings, ServerLogger log, Guard guard, SipListener listener) {
        this.settings = settings;
        this.port = settings.port() == 0 ? FreePort.on(settings.addresses()) : settings.port();
        try {
            this.stack =
                    new GuardedStack(properties(), log, guard, settings.times().t1());
            for (InetAddress address : settings.addresses()) {
                providers.add(bind(address));
            }
            stack.listens();
            for (SipProvider provider : providers) {
                provider.addSipListener(listener);
            }
        } catch (SipException | java.util.TooManyListenersException impossible) {
            throw new IllegalStateException("The SIP stack does not start", impossible);
        }
    }

    static Properties properties() {
        Properties properties = new Properties();
        String stack = "gov.nist.javax.sip.";
        properties.setProperty("javax.sip.STACK_NAME", "hotline-" + UUID.randomUUID());
        properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "on");
        properties.setProperty(stack + "STACK_LOGGER", StackLog.class.getName());
        properties.setProperty(stack + "TRACE_LEVEL", "0");
        properties.setProperty(stack + "REENTRANT_LISTENER", "true");
        properties.setProperty(stack + "THREAD_POOL_SIZE", "4");
        properties.setProperty(
                stack + "MESSAGE_PROCESSOR_FACTORY", "gov.nist.javax.sip.stack.NioMessageProcessorFactory");
        properties.setProperty(stack + "RECEIVE_UDP_BUFFER_SIZE", "1048576");
        properties.setProperty(stack + "SEND_UDP_BUFFER_SIZE", "1048576");
        properties.setProperty(stack + "MAX_MESSAGE_SIZE", "65536");
        properties.setProperty(stack + "CONGESTION_CONTROL_TIMEOUT", "8000"); // older UDP in its queue is dropped
        properties.setProperty(stack + "TLS_CLIENT_AUTH_TYPE", "Disabled"); // the default asks phones for certificates
        properties.setProperty(stack + "TLS_CLIENT_PROTOCOLS", "TLSv1.3, TLSv1.2");
        properties.setProperty(stack + "DELIVER_UNSOLICITED_NOTIFY", "false");
        return properties;
    }

    private SipProvider bind(InetAddress address) throws SipException {
        List<ListeningPoint> points = new ArrayList<>();
        for (Transport transport : Transport.values()) {
            if (settings.transports().contains(transport)) {
                points.add(listen(address, transport));
            }
        }
        SipProvider provider = stack.createSipProvider(points.getFirst());
        for (ListeningPoint other : points.subList(1, points.size())) {
            provider.addListeningPoint(other);
        }
        return provider;
    }

    private ListeningPoint listen(InetAddress address, Transport transport) throws SipException {
        try {
            return stack.createListeningPoint(Flow.literal(address), port, transport.word());
        } catch (InvalidArgumentException taken) {
            close();
            throw new UncheckedIOException(
                    "Cannot listen for SIP on " + transport.word() + " " + Flow.literal(address) + ":" + port
                            + ": it is in use by another program, or not an address of this machine. Stop that program"
                            + " or choose another with sip.port or sip.addresses.",
                    new IOException(taken));
        }
    }

    /** The port listened on, the same for all addresses and transports. */
    int port() {
        return port;
    }

    /** The provider that reaches a peer: same family, loopback for loopback. */
    SipProvider toward(InetAddress peer) {
        return providers.stream()
                .filter(provider -> sameFamily(address(provider), peer))
                .min(java.util.Comparator.comparing(
                        provider -> address(provider).isLoopbackAddress() != peer.isLoopbackAddress()))
                .orElseThrow(() -> new IllegalArgumentException("no address of that family is bound"));
    }

    private static boolean sameFamily(InetAddress one, InetAddress other) {
        return one instanceof Inet6Address == other instanceof Inet6Address;
    }

    /** The address a provider is bound to. */
    static InetAddress address(SipProvider provider) {
        String host = provider.getListeningPoints()[0].getIPAddress();
        return InetAddress.ofLiteral(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
    }

    /** True if {@code host}, as in an address, means us. */
    boolean isOurs(String host) {
        return host.equalsIgnoreCase(settings.realm())
                || providers.stream()
                        .map(Endpoint::address)
                        .anyMatch(bound ->
                                host.equals(Flow.literal(bound)) || host.equals(Flow.literal(advertised(bound))));
    }

    /** Where peers are told to reach us: in Contact and session descriptions. */
    InetAddress advertised(InetAddress bound) {
        return settings.advertised()
                .filter(address -> sameFamily(address, bound) && !bound.isLoopbackAddress())
                .orElse(bound);
    }

    /** Our own contact for dialogs over that flow. */
    SipURI contact(SipProvider provider, String transport) {
        return Messages.uri("hotline", advertised(address(provider)), port, transport);
    }

    /** The Via of a new request (RFC 3261 section 18.1.1), asking for rport (RFC 3581). */
    javax.sip.header.ViaHeader via(SipProvider provider, String transport) {
        ListeningPointImpl point = (ListeningPointImpl) provider.getListeningPoint(transport);
        return Messages.build(() -> {
            var via = Messages.HEADERS.createViaHeader(
                    Flow.literal(advertised(address(provider))), point.getPort(), transport, null);
            via.setRPort();
            return via;
        });
    }

    /** A request of our own outside any dialog, to travel along {@code way}. */
    Request request(String method, SipProvider provider, SipURI to, Flow way) {
        SipURI us = Messages.uri("hotline", advertised(address(provider)), port, "udp");
        return request(method, provider, to, Messages.ADDRESSES.createAddress(us), way);
    }

    /** An INVITE without its offer, in the name of whom the destination says. */
    Request invite(SipProvider provider, SipURI to, Destination destination, Flow way) {
        String number = destination.calling().text();
        SipURI from = Messages.uri(number.isEmpty() ? "anonymous" : number, advertised(address(provider)), port, "udp");
        Request invite = request(Request.INVITE, provider, to, Messages.address(destination.display(), from), way);
        Messages.allow(invite);
        return invite;
    }

    private Request request(String method, SipProvider provider, SipURI to, Address from, Flow way) {
        return Messages.build(() -> {
            Request request = Messages.MESSAGES.createRequest(
                    to,
                    method,
                    provider.getNewCallId(),
                    Messages.HEADERS.createCSeqHeader(1L, method),
                    Messages.HEADERS.createFromHeader(from, Tags.fresh()),
                    Messages.HEADERS.createToHeader(Messages.ADDRESSES.createAddress(to), null),
                    List.of(via(provider, way.transport())),
                    Messages.HEADERS.createMaxForwardsHeader(70));
            request.setHeader(Messages.contact(contact(provider, way.transport())));
            FlowRouter.mark(request, way);
            return request;
        });
    }

    @Override
    public void close() {
        stack.stop();
    }
}
