package org.hotline.call.sip;

import java.util.Optional;
import java.util.function.Consumer;
import javax.sip.ServerTransaction;
import javax.sip.SipProvider;
import javax.sip.address.SipURI;
import javax.sip.header.FromHeader;
import javax.sip.header.MaxForwardsHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;
import org.hotline.call.sip.dialog.SipCall;
import org.hotline.call.sip.stack.Messages;
import org.hotline.call.sip.stack.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests that belong to no dialog yet, and decides who may call: calls in, never through (no toll fraud). */
final class FrontDesk {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDesk.class);

    private final SipSettings settings;
    private final Gate gate;
    private final Endpoint endpoint;
    private final Registrar registrar;
    private final Arrival arrival;
    private final Calls calls;
    private final Consumer<Call> taker;

    FrontDesk(
            SipSettings settings,
            Gate gate,
            Endpoint endpoint,
            Registrar registrar,
            Arrival arrival,
            Calls calls,
            Consumer<Call> taker) {
        this.settings = settings;
        this.gate = gate;
        this.endpoint = endpoint;
        this.registrar = registrar;
        this.arrival = arrival;
        this.calls = calls;
        this.taker = taker;
    }

    /** On a thread of the stack. */
    void received(ServerTransaction transaction, SipProvider provider) {
        switch (transaction.getRequest().getMethod()) {
            case Request.INVITE -> invited(transaction, provider);
            case Request.REGISTER -> registrar.received(transaction);
            case Request.OPTIONS -> Reply.send(transaction, options(transaction.getRequest()));
            default -> refuse(transaction);
        }
    }

    private void invited(ServerTransaction transaction, SipProvider provider) {
        MaxForwardsHeader hops = (MaxForwardsHeader) transaction.getRequest().getHeader(MaxForwardsHeader.NAME);
        if (hops != null && hops.getMaxForwards() == 0) { // we may bridge it onwards: a loop must end somewhere
            Reply.send(transaction, Response.TOO_MANY_HOPS);
            return;
        }
        Optional<String> claimed = claimed(transaction.getRequest());
        if (claimed.isPresent() && !gate.proves(transaction, claimed.get())) {
            return;
        }
        if (calls.count() >= settings.callLimit()) {
            Response full = Reply.of(transaction.getRequest(), Response.SERVICE_UNAVAILABLE);
            full.setHeader(Messages.header("Retry-After", "10"));
            Reply.send(transaction, full);
            return;
        }
        arrival.take(transaction, provider, claimed).ifPresent(this::begin);
    }

    /** The account the caller says to be, and has to prove; empty if it says to be nobody of ours and need not be. */
    private Optional<String> claimed(Request invite) {
        FromHeader from = (FromHeader) invite.getHeader(FromHeader.NAME);
        if (from.getAddress().getURI() instanceof SipURI uri && uri.getUser() != null) {
            boolean ours = endpoint.isOurs(uri.getHost()) && gate.knows(uri.getUser());
            return ours || !settings.publicCalls() ? Optional.of(uri.getUser()) : Optional.empty();
        }
        return settings.publicCalls() ? Optional.empty() : Optional.of("nobody");
    }

    private void begin(SipCall call) {
        Thread.ofVirtual()
                .name("call-" + call.id())
                .start(() -> ScopedValue.where(CallId.CURRENT, call.id()).run(() -> serve(call)));
    }

    /** One call, from the taker's first look at it to its end (see {@link org.hotline.call.CallFront#start}). */
    private void serve(SipCall call) {
        try {
            taker.accept(call);
        } catch (CallEnded over) {
            return;
        } catch (RuntimeException | Error fault) {
            LOG.atError().setCause(fault).addKeyValue("call", call.id()).log("The taker of a call failed");
            call.hangUp(HangupCause.TEMPORARY_FAILURE);
        } finally {
            call.hangUp(call.isAnswered() ? HangupCause.NORMAL_CLEARING : HangupCause.TEMPORARY_FAILURE);
        }
    }

    private static Response options(Request request) {
        Response ok = Reply.of(request, Response.OK);
        Messages.allow(ok);
        ok.setHeader(Messages.header("Accept", "application/sdp"));
        return ok;
    }

    private static void refuse(ServerTransaction transaction) {
        boolean known = Messages.METHODS.contains(transaction.getRequest().getMethod());
        Response refusal =
                Reply.of(transaction.getRequest(), known ? Response.METHOD_NOT_ALLOWED : Response.NOT_IMPLEMENTED);
        Messages.allow(refusal);
        Reply.send(transaction, refusal);
    }
}
