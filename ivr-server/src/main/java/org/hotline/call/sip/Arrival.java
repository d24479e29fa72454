package org.hotline.call.sip;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Optional;
import javax.sip.ServerTransaction;
import javax.sip.SipProvider;
import javax.sip.header.ContactHeader;
import javax.sip.header.FromHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hotline.call.Call;
import org.hotline.call.CallId;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.RtpLeg;
import org.hotline.call.sdp.MalformedSdp;
import org.hotline.call.sdp.Negotiation;
import org.hotline.call.sdp.SessionDescription;
import org.hotline.call.sip.dialog.InDialog;
import org.hotline.call.sip.dialog.InboundInvite;
import org.hotline.call.sip.dialog.Line;
import org.hotline.call.sip.dialog.Reoffer;
import org.hotline.call.sip.dialog.SessionTerms;
import org.hotline.call.sip.dialog.SessionTimes;
import org.hotline.call.sip.dialog.SipCall;
import org.hotline.call.sip.dialog.SipDialog;
import org.hotline.call.sip.dialog.Workings;
import org.hotline.call.sip.stack.Bodies;
import org.hotline.call.sip.stack.Flow;
import org.hotline.call.sip.stack.Mailbox;
import org.hotline.call.sip.stack.MessageLog;
import org.hotline.call.sip.stack.Messages;
import org.hotline.call.sip.stack.Reply;
import org.hotline.call.sip.stack.Tags;
import org.hotline.call.sip.stack.Timers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a call of an INVITE, or refuses it at once: a body we cannot read, no codec in common, no port free. */
final class Arrival {
    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

    private final Endpoint endpoint;
    private final MediaEngine media;
    private final Timers timers;
    private final Calls calls;
    private final MessageLog log;
    private final Clock clock;
    private final SessionTimes times;

    Arrival(
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

    /** @return empty if it was refused, with the response sent */
    Optional<SipCall> take(ServerTransaction transaction, SipProvider provider, Optional<String> account) {
        Request invite = transaction.getRequest();
        if (SessionTerms.tooBrief(invite, times)) {
            Reply.send(transaction, SessionTerms.refusal(Reply.of(invite, Reoffer.SESSION_TOO_BRIEF), times));
            return Optional.empty();
        }
        try {
            Optional<SessionDescription> offer = offer(invite);
            InetAddress local = localFor(provider, offer);
            RtpLeg leg = media.open(local);
            return calling(transaction, provider, account, offer, leg);
        } catch (Unacceptable refused) {
            refuse(transaction, refused.status);
        } catch (MalformedSdp malformed) {
            refuse(transaction, Response.BAD_REQUEST);
        } catch (IOException noPort) {
            LOG.atError().setCause(noPort).log("A call was refused for want of a media port");
            refuse(transaction, Response.SERVICE_UNAVAILABLE);
        }
        return Optional.empty();
    }

    /** Why an INVITE is refused. */
    private static final class Unacceptable extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        Unacceptable(int status) {
            super(Integer.toString(status), null, false, false);
            this.status = status;
        }
    }

    private static Optional<SessionDescription> offer(Request invite) throws MalformedSdp, Unacceptable {
        Optional<String> text = Bodies.description(invite);
        if (text.isEmpty() && invite.getRawContent() != null && invite.getRawContent().length > 0) {
            throw new Unacceptable(Response.UNSUPPORTED_MEDIA_TYPE);
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(SessionDescription.read(text.get()));
    }

    /** The address our media uses: of the family the far side's media uses, else of the signalling. */
    private InetAddress localFor(SipProvider provider, Optional<SessionDescription> offer) throws Unacceptable {
        InetAddress signalling = Endpoint.address(provider);
        Optional<InetAddress> theirs = offer.flatMap(description -> description.media().stream()
                .flatMap(stream -> description.address(stream).stream())
                .map(InetSocketAddress::getAddress)
                .filter(address -> !address.isAnyLocalAddress())
                .findFirst());
        if (theirs.isEmpty() || theirs.get() instanceof Inet6Address == signalling instanceof Inet6Address) {
            return signalling;
        }
        try {
            return Endpoint.address(endpoint.toward(theirs.get()));
        } catch (IllegalArgumentException otherFamilyNotBound) {
            throw new Unacceptable(Response.NOT_ACCEPTABLE_HERE);
        }
    }

    private Optional<SipCall> calling(
            ServerTransaction transaction,
            SipProvider provider,
            Optional<String> account,
            Optional<SessionDescription> offer,
            RtpLeg leg) {
        InetSocketAddress told = new InetSocketAddress(
                endpoint.advertised(leg.local().getAddress()), leg.local().getPort());
        Negotiation negotiation = new Negotiation(told, Tags.number());
        Optional<Negotiation.Answer> answer = offer.flatMap(negotiation::answer);
        if (offer.isPresent() && answer.isEmpty()) {
            leg.close();
            refuse(transaction, Response.NOT_ACCEPTABLE_HERE);
            return Optional.empty();
        }
        Request invite = transaction.getRequest();
        Flow source = Messages.source(invite);
        CallId id = CallId.at(clock.instant());
        String sipCallId = Messages.callId(invite);
        Line line = new Line(leg, () -> {
            calls.remove(id);
            log.forgetLater(sipCallId, timers);
        });
        Workings workings = new Workings(id, line, negotiation, new Mailbox(), timers, times);
        ContactHeader contact = Messages.contact(endpoint.contact(provider, source.transport()));
        SipDialog dialog = new SipDialog(
                workings,
                provider,
                transaction.getDialog(),
                contact,
                Messages.natFlow(invite, source),
                Optional.empty());
        InboundInvite signalling = new InboundInvite(workings, transaction, dialog, answer);
        transaction.setApplicationData(signalling);
        transaction.getDialog().setApplicationData(new InDialog(dialog, account.isPresent()));
        line.watch(signalling);
        SipCall call = new SipCall(facts(id, invite, source, account), workings, signalling);
        log.follow(sipCallId, id, Call.Direction.INBOUND);
        log.arrived(id, invite, source.getHost() + ":" + source.port());
        calls.add(call);
        return Optional.of(call);
    }

    private static SipCall.Facts facts(CallId id, Request invite, Flow source, Optional<String> account) {
        FromHeader from = (FromHeader) invite.getHeader(FromHeader.NAME);
        return new SipCall.Facts(
                id,
                Call.Direction.INBOUND,
                Numbers.of(from.getAddress().getURI()),
                Numbers.of(invite.getRequestURI()),
                account,
                "sip:" + source);
    }

    private static void refuse(ServerTransaction transaction, int status) {
        Response refusal = Reply.of(transaction.getRequest(), status);
        if (status == Response.UNSUPPORTED_MEDIA_TYPE) {
            refusal.setHeader(Messages.header("Accept", SessionDescription.TYPE));
        }
        Reply.send(transaction, refusal);
    }
}
