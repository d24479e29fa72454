package org.hotline.call.sip;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.sip.address.SipURI;
import org.hotline.call.Call;
import org.hotline.call.CallFront;
import org.hotline.call.HangupCause;
import org.hotline.call.Ladder;
import org.hotline.call.digest.Accounts;
import org.hotline.call.digest.Authenticator;
import org.hotline.call.guard.Bans;
import org.hotline.call.guard.Guard;
import org.hotline.call.guard.Rates;
import org.hotline.call.registrar.Bindings;
import org.hotline.call.registrar.Registrations;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.sip.dialog.SipCall;
import org.hotline.call.sip.dialog.Target;
import org.hotline.call.sip.stack.Flow;
import org.hotline.call.sip.stack.MessageLog;
import org.hotline.call.sip.stack.Messages;
import org.hotline.call.sip.stack.Timers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls by SIP over UDP and TCP, and the registrar of our accounts' phones. Behind it: {@link Endpoint} the stack,
 * {@link Reception} who gets which message, {@link Arrival} and {@link Dialling} the calls.
 */
public final class SipFront implements CallFront {
    private static final Logger LOG = LoggerFactory.getLogger(SipFront.class);

    private final SipSettings settings;
    private final Accounts accounts;
    private final MediaEngine media;
    private final MessageLog log;
    private final Clock clock;
    private final Calls calls = new Calls();
    private final Bindings bindings;
    private final Timers timers;
    private Optional<Running> running = Optional.empty();

    private record Running(Endpoint endpoint, Reception reception, Dialling dialling, Watchdog watchdog) {}

    /**
     * A front that is not listening yet.
     *
     * @param accounts who may register a phone, and must prove its password when it calls
     * @param media for the calls' audio; stays open when the front is closed
     * @param ladder is told each message of each call
     */
    public SipFront(SipSettings settings, Accounts accounts, MediaEngine media, Ladder ladder, Clock clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.media = media;
        this.clock = clock;
        this.timers = new Timers(settings.times().t1());
        this.log = new MessageLog(ladder, clock);
        this.bindings = new Bindings(clock);
    }

    @Override
    public synchronized void start(Consumer<Call> taker) {
        Guard guard = new Guard(new Bans(), new Rates(settings.messageRate(), 2 * settings.messageRate()));
        Reception reception = new Reception();
        Endpoint endpoint = new Endpoint(settings, log, guard, reception);
        Gate gate = new Gate(new Authenticator(settings.realm(), accounts, clock), guard.bans(), settings.realm());
        reception.open(new FrontDesk(
                settings,
                gate,
                endpoint,
                new Registrar(gate, bindings, clock),
                new Arrival(
                        endpoint,
                        media,
                        timers,
                        calls,
                        log,
                        clock,
                        settings.times().sessions()),
                calls,
                taker));
        new Keepalive(endpoint, bindings, timers, clock, settings.times()).start();
        Watchdog watchdog = new Watchdog(settings.addresses().getFirst(), endpoint.port());
        watchdog.start();
        running = Optional.of(new Running(
                endpoint,
                reception,
                new Dialling(
                        endpoint,
                        media,
                        timers,
                        calls,
                        log,
                        clock,
                        settings.times().sessions()),
                watchdog));
        LOG.atInfo().addKeyValue("port", endpoint.port()).log("Listening for SIP calls");
    }

    /** The port listened on, chosen by the system if the settings said 0. */
    public int port() {
        return running().endpoint().port();
    }

    /** Whether it answers. */
    public SipHealth health() {
        return new SipHealth(running().watchdog().sinceAnswer(), Watchdog.workers(), calls.count());
    }

    /** Tells of each response sent, by its status code; on a thread of the stack, so be quick and do not throw. */
    public void onAnswer(IntConsumer listener) {
        log.onAnswer(listener);
    }

    /** Whose phones can be rung. */
    public Registrations registrations() {
        return bindings;
    }

    private Running running() {
        return present().orElseThrow(() -> new IllegalStateException("the SIP front is not started"));
    }

    private synchronized Optional<Running> present() {
        return running;
    }

    @Override
    public Dialled dial(Destination destination, Duration ringFor) {
        return present()
                .<Dialled>map(parts -> parts.dialling().dial(targets(destination.target()), destination, ringFor))
                .orElse(new Dialled.Failed(HangupCause.TEMPORARY_FAILURE));
    }

    /** A SIP address itself, or all phones of an account. */
    private List<Target> targets(String text) {
        if (text.startsWith("sip:")) {
            SipURI uri = Messages.uri(text);
            return List.of(new Target(uri, Optional.empty(), settings.login(uri.getHost())));
        }
        return bindings.bindings(text).stream()
                .map(phone -> new Target(
                        Messages.uri(phone.contact()),
                        Optional.of(new Flow(
                                phone.source().getAddress(), phone.source().getPort(), phone.transport())),
                        Optional.empty()))
                .toList();
    }

    @Override
    public synchronized void close() {
        List<SipCall> present = calls.all();
        present.forEach(call -> call.hangUp(HangupCause.TEMPORARY_FAILURE));
        CompletableFuture.allOf(present.stream().map(SipCall::settled).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, 2, TimeUnit.SECONDS)
                .join();
        timers.close();
        running.ifPresent(parts -> {
            parts.watchdog().close();
            parts.endpoint().close();
            parts.reception().close();
        });
        log.close();
        running = Optional.empty();
    }
}
