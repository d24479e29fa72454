package org.hotline.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.speech.SpeechDetector;

/** A caller who is asked the same kind of question over and over and answers it, and takes the time of every reply. */
final class ReplyCaller implements Callable<ReplyCaller.Times> {
    /**
     * What was measured, in milliseconds.
     *
     * @param replies from the last packet of the caller's speech to the first packet of the reply
     * @param stops from the first voiced packet to the last packet of the prompt; empty unless the caller interrupts
     * @param missed turns without a prompt, or without a reply, in ten seconds
     */
    record Times(List<Long> replies, List<Long> stops, int missed) {}

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LEAST_LEAD = 15; // frames
    private static final Duration TAIL = Duration.ofSeconds(1);

    private final Softphone phone;
    private final String number;
    private final List<Pcm> answers;
    private final int turns;
    private final boolean interrupts;
    private final Random random;

    /**
     * @param answers spoken in any order; trimmed, at 8 kHz
     * @param interrupts whether to speak a second after the prompt has begun, and not after its end
     */
    ReplyCaller(Softphone phone, String number, List<Pcm> answers, int turns, boolean interrupts, long seed) {
        this.phone = phone;
        this.number = number;
        this.answers = answers;
        this.turns = turns;
        this.interrupts = interrupts;
        this.random = new Random(seed);
    }

    @Override
    public Times call() {
        Stopwatch watch = new Stopwatch();
        List<Long> replies = new ArrayList<>();
        List<Long> stops = new ArrayList<>();
        PhoneCall call = phone.dials(number).watchedBy(watch);
        for (int turn = 0; turn < turns && !call.isOver(); turn++) {
            boolean asked = within(() -> interrupts ? watch.sounding() > Frame.PER_SECOND : watch.isPromptOver());
            if (asked && answer(call, watch)) {
                replies.add(watch.replyTime().orElseThrow());
                if (interrupts) {
                    stops.add(watch.stopTime());
                }
            }
        }
        call.hangsUp();
        return new Times(replies, stops, turns - replies.size());
    }

    /** Speaks after a moment; true if there was a reply. */
    private boolean answer(PhoneCall call, Stopwatch watch) {
        Pcm speech = answers.get(random.nextInt(answers.size()));
        int lead = LEAST_LEAD + random.nextInt(LEAST_LEAD);
        Pcm whole = SpokenCorpus.onALine(
                Pcm.concat(List.of(
                        Pcm.silence(Duration.ofMillis((long) lead * Frame.MILLIS), speech.rate()),
                        speech,
                        Pcm.silence(TAIL, speech.rate()))),
                random.nextLong());
        List<Frame> frames = whole.frames();
        int frame = speech.rate() / Frame.PER_SECOND;
        watch.start(frames.get(firstVoiced(frames)), frames.get(lead + (speech.samples().length - 1) / frame));
        call.plays(whole);
        return within(() -> watch.replyTime().isPresent());
    }

    private static int firstVoiced(List<Frame> frames) {
        SpeechDetector detector = new SpeechDetector();
        for (int i = 0; i < frames.size(); i++) {
            int speaking = detector.accept(frames.get(i));
            if (speaking > 0) {
                return i - speaking + 1;
            }
        }
        throw new IllegalStateException("an answer without a voice");
    }

    private static boolean within(BooleanSupplier happened) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(5_000_000);
        }
        return happened.getAsBoolean();
    }
}
