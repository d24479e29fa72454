package org.hotline.call.asterisk;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.CallFront;
import org.hotline.call.CallId;
import org.hotline.call.HandBack;
import org.hotline.call.HangupCause;
import org.hotline.call.Ladder;
import org.hotline.call.PhoneNumber;
import org.hotline.call.asterisk.ami.Ami;
import org.hotline.call.rtp.MediaEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls that an Asterisk hands over. Its dialplan asks {@code agi://here/begin}, connects the sound of calls that are
 * taken with {@code AudioSocket()}, and asks {@code agi://here/result} when we have ended the talk. Behind it:
 * {@link AgiServer} and {@link AgiDesk} for the questions, {@link AudioDoor} for the sound, {@link Ledger} for who is who.
 */
public final class AsteriskFront implements CallFront {
    private static final Logger LOG = LoggerFactory.getLogger(AsteriskFront.class);
    /** What targets and accounts of this front begin with, outside of it. */
    public static final String SCHEME = "asterisk";

    private final AsteriskSettings settings;
    private final MediaEngine media;
    private final Predicate<HandBack> takenBack;
    private final Ladder ladder;
    private final Clock clock;
    private final Ledger ledger;
    private final Optional<Dialling> dialling;
    private final VersionsSeen versions = new VersionsSeen();
    private Optional<Running> running = Optional.empty();

    private record Running(AgiServer agi, AudioDoor audio) {}

    /**
     * A front that is not listening yet.
     *
     * @param media whose wheel paces the sound; stays open when the front is closed
     * @param takenBack which calls are given back to Asterisk to go on with; all others we connect ourselves
     * @param ami by which calls are placed; without it none can be
     * @param ladder is told of AGI, AudioSocket and AMI, by calls
     */
    public AsteriskFront(
            AsteriskSettings settings,
            MediaEngine media,
            Predicate<HandBack> takenBack,
            Optional<Ami> ami,
            Ladder ladder,
            Clock clock) {
        this.settings = settings;
        this.media = media;
        this.takenBack = takenBack;
        this.ladder = ladder;
        this.clock = clock;
        ledger = new Ledger(settings.callLimit(), settings.keepResult(), Ticker.systemTicker());
        dialling = ami.map(connection -> new Dialling(connection, ledger));
    }

    @Override
    public synchronized void start(Consumer<Call> taker) {
        AudioDoor audio = new AudioDoor(settings, ledger);
        try {
            AgiServer agi = new AgiServer(
                    settings, new AgiDesk(ledger, announced -> take(announced, taker), settings.priorities()));
            agi.start();
            audio.start();
            running = Optional.of(new Running(agi, audio));
        } catch (RuntimeException failed) {
            audio.close();
            throw failed;
        }
        LOG.atInfo()
                .addKeyValue("agi", agiPort())
                .addKeyValue("audio", audioPort())
                .log("Listening for calls from Asterisk");
    }

    /** The port of FastAGI, chosen by the system if the settings said 0. */
    public int agiPort() {
        return running().agi().getPort();
    }

    /** The port of AudioSocket, likewise. */
    public int audioPort() {
        return running().audio().port();
    }

    Ledger ledger() {
        return ledger;
    }

    private synchronized Running running() {
        return running.orElseThrow(() -> new IllegalStateException("the Asterisk front is not started"));
    }

    private Optional<AsteriskCall> take(Announcement announced, Consumer<Call> taker) {
        versions.look(announced.version());
        if (ledger.isFull()) {
            return Optional.empty();
        }
        CallId id = CallId.at(clock.instant());
        Rungs rungs = new Rungs(ladder, clock, Optional.of(id), Call.Direction.INBOUND, announced.source());
        AsteriskCall call = new AsteriskCall(
                new AsteriskCall.Facts(
                        id,
                        Call.Direction.INBOUND,
                        announced.key(),
                        announced.uniqueId(),
                        announced.calling(),
                        announced.dialled(),
                        account(announced.channel()),
                        "asterisk:" + announced.channel() + "@" + announced.source()),
                rungs,
                new AudioLine(media, announced.rate(), rungs),
                settings.connectWithin(),
                takenBack);
        if (!ledger.announce(call)) {
            LOG.atWarn().addKeyValue("source", announced.source()).log("A uuid was announced twice");
            call.end(CallEnded.By.US, HangupCause.INTERWORKING);
            return Optional.empty();
        }
        rungs.came("AGI begin");
        Thread.ofVirtual()
                .name("call-" + call.id())
                .start(() -> ScopedValue.where(CallId.CURRENT, call.id()).run(() -> serve(call, taker)));
        return Optional.of(call);
    }

    /** The agent whose phone this channel is. Asterisk has asked it for its password, and Asterisk is whom we believe. */
    private Optional<String> account(String channel) {
        int number = channel.lastIndexOf('-');
        return Optional.of(number < 0 ? channel : channel.substring(0, number))
                .filter(settings.phones()::contains)
                .map(phone -> SCHEME + ":" + phone);
    }

    /** One call, from the taker's first look at it to its end (see {@link CallFront#start}). */
    private static void serve(AsteriskCall call, Consumer<Call> taker) {
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

    /** A text as a variable's value: without what has a meaning in a dialplan or in the protocol. */
    public static String variable(String text) {
        return Variables.value(text);
    }

    /** Which call we talked to on this channel, going on or over for a short while, by the channel's unique id. */
    public Optional<CallId> callOn(String uniqueId) {
        return ledger.onChannel(uniqueId).map(AsteriskCall::id);
    }

    /** True for what can be dialled here: a channel of one phone. */
    public static boolean isChannel(String target) {
        return Dialling.isChannel(target);
    }

    /** {@inheritDoc} Here a target is one channel: {@code PJSIP/1001}, {@code Local/1001@agents}. */
    @Override
    public Dialled dial(Destination destination, Duration ringFor) {
        String channel = destination.target();
        return dialling.<Dialled>map(
                        asterisk -> asterisk.dial(channel, destination, outgoing(channel, destination), ringFor))
                .orElse(new Dialled.Failed(HangupCause.DESTINATION_OUT_OF_ORDER));
    }

    /**
     * Hears a call that stays in Asterisk: both its sides are the far side of the call that this answers, and nothing that
     * is said into it is heard by anybody. Any thread; meant for virtual ones.
     *
     * @param channel of one of its sides, by its name: {@code PJSIP/trunk-00000012}
     */
    public Dialled overhear(String channel) {
        return attend(channel, Voice.NOBODY);
    }

    /** Who hears what we say into a call that stays in Asterisk. */
    public enum Voice {
        NOBODY(""),
        /** The one whose channel it is. */
        ONE("w"),
        /** Both sides. */
        BOTH("B");

        /** ChanSpy's option. */
        final String option;

        Voice(String option) {
            this.option = option;
        }
    }

    /** The same, to speak too. */
    public Dialled attend(String channel, Voice voice) {
        Destination nobody = new Destination(channel, PhoneNumber.WITHHELD, "");
        return dialling.<Dialled>map(asterisk ->
                        asterisk.attend(channel, voice, nobody, outgoing(channel, nobody), settings.connectWithin()))
                .orElse(new Dialled.Failed(HangupCause.DESTINATION_OUT_OF_ORDER));
    }

    /** Its ladder is that of the call it is placed for, if it is for one. */
    private AsteriskCall outgoing(String channel, Destination destination) {
        Optional<CallId> placedFor = CallId.CURRENT.isBound() ? Optional.of(CallId.CURRENT.get()) : Optional.empty();
        Rungs rungs = new Rungs(ladder, clock, placedFor, Call.Direction.OUTBOUND, SCHEME + ":" + channel);
        return new AsteriskCall(
                new AsteriskCall.Facts(
                        CallId.at(clock.instant()),
                        Call.Direction.OUTBOUND,
                        UUID.randomUUID(),
                        "",
                        destination.calling(),
                        PhoneNumber.WITHHELD,
                        Optional.empty(),
                        SCHEME + ":" + channel),
                rungs,
                new AudioLine(media, Frame.TELEPHONE_RATE, rungs),
                settings.connectWithin(),
                what -> false);
    }

    @Override
    public synchronized void close() {
        ledger.all().forEach(call -> call.hangUp(HangupCause.TEMPORARY_FAILURE));
        running.ifPresent(parts -> {
            parts.agi().close();
            parts.audio().close();
        });
        running = Optional.empty();
    }
}
