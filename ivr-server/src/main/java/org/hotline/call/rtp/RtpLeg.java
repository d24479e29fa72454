package org.hotline.call.rtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.audio.Tone;
import org.hotline.call.CallEnded;
import org.hotline.call.HangupCause;
import org.hotline.call.Signal;
import org.hotline.call.Tick;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The media of one call: twenty milliseconds said for twenty milliseconds heard.
 *
 * <p>{@link #exchange} belongs to the call's thread; everything else may be called from any. Until {@link #connect}
 * nothing is sent or heard, and exchange ticks with silence. The far side's address is the one its packets come from,
 * see {@link Latch}.
 */
public final class RtpLeg implements AutoCloseable {
    /** Frames of tones that may wait: ten seconds; keys beyond are lost. */
    private static final int TONES = 500;

    private static final long SHORTEST_KEY = 40;
    private static final long LONGEST_KEY = 8_000;
    private static final Duration AFTER_TONE = Duration.ofMillis(60);
    private static final Logger LOG = LoggerFactory.getLogger(RtpLeg.class);

    private final MediaEngine engine;
    private final PortPair ports;
    private final InetSocketAddress local;
    private final long timeout;
    private final Metronome metronome = new Metronome();
    private final Arrivals arrivals;
    private final Pacer.Place place;
    private final Outbound outbound;
    private final Inbound inbound;
    private final Reports reports;
    private final Queue<Frame> tones = new ConcurrentLinkedQueue<>();
    private final Signals signals = new Signals();
    private final CompletableFuture<CallEnded> ended = new CompletableFuture<>();
    private volatile Optional<MediaFormat> format = Optional.empty();
    private volatile boolean held;
    private long lastHeard;

    RtpLeg(MediaEngine engine, PortPair ports, RtpSettings settings, Pacer pacer) throws IOException {
        this.engine = engine;
        this.ports = ports;
        local = ports.local();
        timeout = settings.mediaTimeout().toMillis() / Frame.MILLIS;
        arrivals = new Arrivals(engine.malformed());
        outbound = new Outbound(ports.rtp(), engine.sent());
        inbound = new Inbound(settings);
        reports = new Reports(outbound.source(), inbound.reception(), engine.name());
        place = pacer.add(new Beat());
    }

    /** Where we receive RTP; RTCP is one port above. */
    public InetSocketAddress local() {
        return local;
    }

    /**
     * Begins to send and hear by what was agreed; again after every re-INVITE, when the far side may have moved.
     *
     * @throws IllegalArgumentException if the far side's address is not resolved or not of the family of ours
     */
    public void connect(MediaFormat agreed) {
        InetSocketAddress remote = agreed.remote();
        if (remote.isUnresolved()
                || remote.getAddress().getClass() != local.getAddress().getClass()) {
            throw new IllegalArgumentException("cannot send media from " + local + " to " + remote);
        }
        arrivals.expect(agreed);
        format = Optional.of(agreed);
    }

    /**
     * Says one frame and hears one; see {@link org.hotline.call.Call#exchange}.
     *
     * @param say 20 ms at 8 kHz
     * @throws CallEnded when {@link #end} was called or the media timed out; every later exchange throws the same
     */
    public Tick exchange(Frame say) {
        throwIfEnded();
        Frame tone = tones.poll();
        outbound.say(tone == null ? say : tone, format.map(MediaFormat::codec).orElse(Codec.PCMU));
        long round = metronome.await(ended::isDone);
        throwIfEnded();
        listen(round);
        endIfDeserted(round);
        report(round);
        Frame heard = inbound.hear(place.due(round));
        return new Tick(heard, signals.next(inbound.keys(), round));
    }

    /** While on hold nothing need be heard: no media timeout. Ticks go on. */
    public void hold(boolean onHold) {
        held = onHold;
    }

    /** Delivers a signal that came by SIP with the next tick; lost if 64 are waiting. */
    public void post(Signal signal) {
        signals.post(signal);
    }

    /** Ends the call: the present exchange and every later one throw {@code why}. Only the first end counts. */
    public void end(CallEnded why) {
        ended.complete(why);
        metronome.wake();
    }

    /** Why it ended, as soon as it has. */
    public CompletableFuture<CallEnded> ended() {
        return ended.copy();
    }

    /**
     * Presses a key towards the far side, after those pressed before: as telephone event (RFC 4733), or, if the far side
     * knows none, as a tone in place of what is said. Lost if 64 keys, or ten seconds of tones, are waiting.
     *
     * @param length 40 ms to 8 s; what is shorter or longer becomes that
     * @throws IllegalArgumentException if it is no key
     */
    public void press(char key, Duration length) {
        Duration held = Duration.ofMillis(Math.clamp(length.toMillis(), SHORTEST_KEY, LONGEST_KEY));
        if (format.filter(agreed -> agreed.telephoneEvent().isEmpty()).isEmpty()) {
            outbound.press(key, held);
        } else if (tones.size() < TONES) {
            tones.addAll(Tone.key(key, held, Frame.TELEPHONE_RATE).frames());
            tones.addAll(Pcm.silence(AFTER_TONE, Frame.TELEPHONE_RATE).frames());
        }
    }

    /** What went over the line so far. */
    public LegStatistics statistics() {
        Reception reception = inbound.reception();
        return new LegStatistics(
                outbound.sent(),
                reception.received(),
                reception.lost(),
                inbound.late(),
                inbound.duplicate(),
                inbound.concealed(),
                arrivals.refused(),
                outbound.starved(),
                reception.jitter(),
                reports.farLoss(),
                reports.roundTrip());
    }

    /** Ends the call, if it has not ended, and gives the ports back. Idempotent. */
    @Override
    public void close() {
        end(new CallEnded(CallEnded.By.US, HangupCause.NORMAL_CLEARING));
        engine.close(this);
    }

    /** Leaves the pacer, says goodbye and closes the sockets. */
    void free() throws IOException {
        place.leave();
        if (outbound.sent() > 0) {
            sendControl(reports.goodbye());
        }
        ports.close();
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /** What the pacer does for this leg: send, then let the call's thread go on. */
    private final class Beat implements Pacer.Paced {
        @Override
        public void beat(long round) throws IOException {
            try {
                Optional<InetSocketAddress> remote = arrivals.latch().remote();
                if (format.isPresent() && remote.isPresent() && !ended.isDone()) {
                    outbound.send(round, format.get(), remote.get());
                }
            } finally {
                metronome.beat(round);
            }
        }

        @Override
        public void wake() {
            metronome.wake();
        }
    }

    private void listen(long round) {
        for (var next = arrivals.next(); next.isPresent(); next = arrivals.next()) {
            RtpPacket packet = next.get();
            format.ifPresent(agreed -> inbound.accept(packet, agreed));
            lastHeard = round;
        }
        for (var next = arrivals.nextControl(); next.isPresent(); next = arrivals.nextControl()) {
            Arrivals.Control control = next.get();
            control.packets().forEach(packet -> reports.accept(packet, Instant.now(), control.nanos()));
            lastHeard = round;
        }
    }

    private void endIfDeserted(long round) {
        boolean expected =
                format.filter(agreed -> agreed.direction().receives()).isPresent() && !held;
        if (!expected || lastHeard == 0) {
            lastHeard = round;
        } else if (round - lastHeard >= timeout) {
            end(new CallEnded(CallEnded.By.MEDIA_LOST, HangupCause.RECOVERY_ON_TIMER_EXPIRY));
            throwIfEnded();
        }
    }

    private void report(long round) {
        if (!reports.isDue(round) || format.isEmpty()) {
            return;
        }
        try {
            sendControl(reports.write(
                    Instant.now(), System.nanoTime(), outbound.timestamp(round), outbound.sent(), outbound.octets()));
        } catch (IOException failure) {
            LOG.atDebug().setCause(failure).log("A report could not be sent");
        }
    }

    private void sendControl(ByteBuffer packet) throws IOException {
        Optional<InetSocketAddress> remote = arrivals.controlRemote();
        if (remote.isPresent()) {
            ports.rtcp().send(packet, remote.get());
        }
    }

    private void throwIfEnded() {
        if (ended.isDone()) {
            throw ended.resultNow();
        }
    }
}
