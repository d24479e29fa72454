package org.hotline.call.asterisk;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.audio.Resampler;
import org.hotline.audio.Tone;
import org.hotline.call.CallEnded;
import org.hotline.call.HangupCause;
import org.hotline.call.Signal;
import org.hotline.call.Tick;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.Metronome;
import org.hotline.call.rtp.Pacer;

/**
 * The sound of one call with Asterisk: twenty milliseconds said for twenty milliseconds heard, on the same wheel as RTP.
 *
 * <p>Once connected, a frame is sent every 20 ms: what is said, or comfort noise, for an Asterisk that hears nothing for
 * 2 s gives up. A phone that sends nothing while its owner is silent is no lost line: Asterisk is alive as long as it takes
 * our frames. {@link #exchange} belongs to the call's thread, {@link #heard} and {@link #key} to the reader; everything
 * else may be called from any.
 */
final class AudioLine {
    private static final int MAILBOX = 64;
    private static final Duration AFTER_TONE = Duration.ofMillis(60);
    private static final Duration KEY = Duration.ofMillis(100);

    /** 5 s in which Asterisk took nothing: it has died with its sockets open. */
    private static final int DEAD = 5 * Frame.PER_SECOND;

    /** Asterisk's first sound tells its rate; without one we begin with ours. */
    private static final int HESITATION = 10;

    private final int announced;
    private final Rungs rungs;
    private final Metronome metronome = new Metronome();
    private final Said said = new Said();
    private final Heard heard = new Heard();
    private final Queue<Frame> tones = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Signal> signals = new ArrayBlockingQueue<>(MAILBOX);
    private final CompletableFuture<CallEnded> ended = new CompletableFuture<>();
    private final CompletableFuture<Connection> connection = new CompletableFuture<>();
    private final Resampler up = Resampler.of(Frame.TELEPHONE_RATE, 16_000);
    private final Resampler down = Resampler.of(16_000, Frame.TELEPHONE_RATE);
    private final Pacer.Place place;
    private volatile int kind;
    private int hesitated;
    private boolean finished;

    /** @param announced the rate of Asterisk's channel, 8,000 or 16,000 hertz; versions before 20.17 do not say it again */
    AudioLine(MediaEngine media, int announced, Rungs rungs) {
        this.announced = announced;
        this.rungs = rungs;
        place = media.pace(new Beat());
    }

    /** Asterisk has connected. */
    void connect(Connection connected) {
        rungs.came("AudioSocket connected");
        connection.complete(connected);
    }

    CompletableFuture<Connection> connected() {
        return connection;
    }

    /** See {@link org.hotline.call.Call#exchange}; before the connection it ticks with silence. */
    Tick exchange(Frame say) {
        throwIfEnded();
        Frame tone = tones.poll();
        Frame speech = tone == null ? say : tone;
        said.offer(rate() == Frame.TELEPHONE_RATE ? speech : up.next(speech));
        metronome.await(ended::isDone);
        throwIfEnded();
        Frame frame = heard.next().orElseGet(() -> Frame.silence(rate()));
        Frame hear = frame.rate() == Frame.TELEPHONE_RATE ? frame : down.next(frame);
        return signals.isEmpty() ? new Tick(hear) : new Tick(hear, drain());
    }

    /** Presses a key towards the caller: as a tone, for AudioSocket takes no keys from us. */
    void press(char key, Duration length) {
        tones.addAll(Tone.key(key, length, Frame.TELEPHONE_RATE).frames());
        tones.addAll(Pcm.silence(AFTER_TONE, Frame.TELEPHONE_RATE).frames());
    }

    private List<Signal> drain() {
        List<Signal> all = new ArrayList<>();
        signals.drainTo(all);
        return List.copyOf(all);
    }

    void heard(Packet.Sound sound) {
        kind = sound.kind();
        heard.accept(sound.samples(), rate());
    }

    void key(char digit) {
        signals.offer(new Signal.Key(digit, KEY));
    }

    /** Rate of Asterisk's frames. */
    private int rate() {
        return kind == Packet.SOUND_16 ? 16_000 : announced;
    }

    /** Ends the call: the present exchange and every later one throw {@code why}. Only the first end counts. */
    synchronized void end(CallEnded why) {
        if (!ended.isDone()) {
            tellEnd(why);
            ended.complete(why);
        }
        metronome.wake();
    }

    /** Before anybody can act on it. */
    private void tellEnd(CallEnded why) {
        if (connection.isDone()) {
            switch (why.by()) {
                case FAR_SIDE -> rungs.came("AudioSocket hang-up");
                case US -> rungs.sent("AudioSocket hang-up");
                case MEDIA_LOST, SIGNALLING_LOST -> rungs.sent("AudioSocket closed");
            }
        }
    }

    CompletableFuture<CallEnded> ended() {
        return ended;
    }

    boolean isOver() {
        return ended.isDone();
    }

    void throwIfEnded() {
        if (ended.isDone()) {
            throw ended.resultNow();
        }
    }

    /** What the pacer does for this line: send, then let the call's thread go on. */
    private final class Beat implements Pacer.Paced {
        @Override
        public void beat(long round) {
            try {
                if (ended.isDone()) {
                    finish();
                } else if (connection.isDone()) {
                    send(connection.resultNow(), round);
                }
            } catch (IOException gone) {
                // An Asterisk whose caller hung up closes with our sound unread, which arrives here as a reset.
                end(new CallEnded(CallEnded.By.FAR_SIDE, HangupCause.NORMAL_CLEARING));
            } finally {
                metronome.beat(round);
            }
        }

        @Override
        public void wake() {
            metronome.wake();
        }
    }

    private void send(Connection to, long round) throws IOException {
        if (kind == 0 && hesitated < HESITATION) {
            hesitated++;
            return;
        }
        int rate = rate();
        Frame noise = Noise.of(round, rate);
        Frame frame = said.poll(noise);
        boolean speech = frame.rate() == rate && !frame.equals(Frame.silence(rate));
        if (to.send(kind == 0 ? Packet.SOUND_8 : kind, speech ? frame : noise) >= DEAD) {
            end(new CallEnded(CallEnded.By.MEDIA_LOST, HangupCause.RECOVERY_ON_TIMER_EXPIRY));
        }
    }

    /** The last beat. */
    private void finish() throws IOException {
        place.leave();
        if (!finished && connection.isDone()) {
            finished = true;
            connection.resultNow().finish();
        }
    }
}
