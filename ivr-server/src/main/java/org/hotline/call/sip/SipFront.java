package org.hotline.call.sip;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sip.ServerTransaction;
import javax.sip.SipProvider;
import javax.sip.address.SipURI;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.CallFront;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;
import org.hotline.call.rtp.MediaEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls by SIP. */
public final class SipFront implements CallFront {
    private static final Logger LOG = LoggerFactory.getLogger(SipFront.class);

    private final SipSettings settings;
    private final MediaEngine media;
    private final MessageLog log;
    private final Clock clock;
    private final Calls calls = new Calls();
    private final Timers timers = new Timers();
    private Optional<Running> running = Optional.empty();

    private record Running(Endpoint endpoint, Arrival arrival, Dialling dialling, Consumer<Call> taker) {}

    /**
     * A front that is not listening yet.
     *
     * @param media for the calls' audio; stays open when the front is closed
     * @param ladder is told each message of each call
     */
    public SipFront(SipSettings settings, MediaEngine media, Ladder ladder, Clock clock) {
        this.settings = settings;
        this.media = media;
        this.clock = clock;
        this.log = new MessageLog(ladder, clock);
    }

    @Override
    public synchronized void start(Consumer<Call> taker) {
        Endpoint endpoint = new Endpoint(settings, log, new Reception(this::received));
        running = Optional.of(new Running(
                endpoint,
                new Arrival(endpoint, media, timers, calls, log, clock),
                new Dialling(endpoint, media, timers, calls, log, clock),
                taker));
        LOG.atInfo().addKeyValue("port", endpoint.port()).log("Listening for SIP calls");
    }

    /** The port listened on, chosen by the system if the settings said 0. */
    public int port() {
        return running().endpoint().port();
    }

    private synchronized Running running() {
        return running.orElseThrow(() -> new IllegalStateException("the SIP front is not started"));
    }

    private void received(ServerTransaction transaction, SipProvider provider) {
        switch (transaction.getRequest().getMethod()) {
            case Request.INVITE -> invited(transaction, provider);
            case Request.OPTIONS -> Reply.send(transaction, options(transaction.getRequest()));
            default -> refuse(transaction);
        }
    }

    private void invited(ServerTransaction transaction, SipProvider provider) {
        if (calls.count() >= settings.callLimit()) {
            Response full = Reply.of(transaction.getRequest(), Response.SERVICE_UNAVAILABLE);
            full.setHeader(Messages.header("Retry-After", "10"));
            Reply.send(transaction, full);
            return;
        }
        running()
                .arrival()
                .take(transaction, provider, Optional.empty())
                .ifPresent(call -> Thread.ofVirtual()
                        .name("call-" + call.id())
                        .start(() ->
                                ScopedValue.where(CallId.CURRENT, call.id()).run(() -> serve(call))));
    }

    /** One call, from the taker's first look at it to its end (see {@link CallFront#start}). */
    private void serve(SipCall call) {
        try {
            running().taker().accept(call);
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
        Response refusal = Reply.of(transaction.getRequest(), Response.METHOD_NOT_ALLOWED);
        Messages.allow(refusal);
        Reply.send(transaction, refusal);
    }

    @Override
    public Dialled dial(Destination destination, Duration ringFor) {
        return running().dialling().dial(targets(destination.target()), destination, ringFor);
    }

    private static List<Target> targets(String text) {
        if (text.startsWith("sip:") && Messages.build(() -> Messages.ADDRESSES.createURI(text)) instanceof SipURI uri) {
            return List.of(new Target(uri, Optional.empty()));
        }
        return List.of();
    }

    @Override
    public synchronized void close() {
        List<SipCall> present = calls.all();
        present.forEach(call -> call.hangUp(HangupCause.TEMPORARY_FAILURE));
        CompletableFuture.allOf(present.stream().map(SipCall::settled).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, 2, TimeUnit.SECONDS)
                .join();
        running.ifPresent(parts -> parts.endpoint().close());
        running = Optional.empty();
        timers.close();
    }
}
