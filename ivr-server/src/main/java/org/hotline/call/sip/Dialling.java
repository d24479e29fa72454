package org.hotline.call.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.header.ContactHeader;
import javax.sip.message.Request;
import org.hotline.call.Call;
import org.hotline.call.CallFront.Destination;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.RtpLeg;
import org.hotline.call.sdp.Negotiation;
import org.hotline.call.sip.dialog.Line;
import org.hotline.call.sip.dialog.OutboundInvite;
import org.hotline.call.sip.dialog.SessionTerms;
import org.hotline.call.sip.dialog.SessionTimes;
import org.hotline.call.sip.dialog.SipCall;
import org.hotline.call.sip.dialog.Target;
import org.hotline.call.sip.dialog.Workings;
import org.hotline.call.sip.stack.Flow;
import org.hotline.call.sip.stack.Mailbox;
import org.hotline.call.sip.stack.MessageLog;
import org.hotline.call.sip.stack.Messages;
import org.hotline.call.sip.stack.Tags;
import org.hotline.call.sip.stack.Timers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Places calls: one INVITE to each target, the first to answer wins. */
final class Dialling {
    private static final Logger LOG = LoggerFactory.getLogger(Dialling.class);

    private final Endpoint endpoint;
    private final MediaEngine media;
    private final Timers timers;
    private final Calls calls;
    private final MessageLog log;
    private final Clock clock;
    private final SessionTimes times;

    Dialling(
            Endpoint endpoint,
            MediaEngine media,
            Timers timers,
            Calls calls,
            MessageLog log,
            Clock clock,
            SessionTimes times) {
        this.endpoint = endpoint;
        this.media = media;
        this.timers = timers;
        this.calls = calls;
        this.log = log;
        this.clock = clock;
        this.times = times;
    }

    Dialled dial(List<Target> targets, Destination destination, Duration ringFor) {
        Race race = new Race(targets.size());
        for (Target target : targets) {
            try {
                invite(target, destination, race);
            } catch (IOException | SipException | IllegalArgumentException unreachable) {
                LOG.atWarn().setCause(unreachable).log("A call could not be placed");
                race.missed(HangupCause.DESTINATION_OUT_OF_ORDER);
            }
        }
        return race.run(ringFor);
    }

    private void invite(Target target, Destination destination, Race race) throws IOException, SipException {
        Flow way = way(target);
        SipProvider provider = endpoint.toward(way.address());
        RtpLeg leg = media.open(Endpoint.address(provider));
        InetSocketAddress told = new InetSocketAddress(
                endpoint.advertised(leg.local().getAddress()), leg.local().getPort());
        Negotiation negotiation = new Negotiation(told, Tags.number());
        CallId id = CallId.at(clock.instant());
        Request invite = endpoint.invite(provider, target.uri(), destination, way);
        Line line = new Line(leg, () -> {
            calls.remove(id);
            log.forgetLater(Messages.callId(invite), timers);
        });
        Workings workings = new Workings(id, line, negotiation, new Mailbox(), timers, times);
        try {
            ContactHeader contact = Messages.contact(endpoint.contact(provider, way.transport()));
            Messages.describe(invite, negotiation.offer());
            SessionTerms.propose(invite, times.usual(), times.shortest(), "");
            ClientTransaction transaction = provider.getNewClientTransaction(invite);
            OutboundInvite signalling = new OutboundInvite(workings, provider, transaction, contact, target, race);
            line.watch(signalling);
            SipCall call = new SipCall(facts(id, target, destination, way), workings, signalling);
            if (CallId.CURRENT.isBound()) { // its ladder is that of the call it is placed for
                log.follow(Messages.callId(invite), CallId.CURRENT.get(), Call.Direction.OUTBOUND);
            }
            calls.add(call);
            race.enter(signalling, call);
            signalling.start();
        } catch (SipException | RuntimeException failure) {
            leg.close();
            calls.remove(id);
            throw failure;
        }
    }

    private static Flow way(Target target) throws IOException {
        if (target.flow().isPresent()) {
            return target.flow().get();
        }
        String host = target.uri().getHost();
        int port = target.uri().getPort() < 0 ? 5060 : target.uri().getPort();
        String transport = Optional.ofNullable(target.uri().getTransportParam()).orElse("udp");
        return new Flow(InetAddress.getByName(host), port, transport);
    }

    private static SipCall.Facts facts(CallId id, Target target, Destination destination, Flow way) {
        return new SipCall.Facts(
                id,
                Call.Direction.OUTBOUND,
                destination.calling(),
                Numbers.of(target.uri()),
                Optional.empty(),
                "sip:" + way);
    }
}
