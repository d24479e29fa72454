package org.hotline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.speech.Language;
import org.hotline.speech.Recognition;
import org.hotline.speech.Transcript;
import org.hotline.speech.vosk.RecognizerPool;

/**
 * Processor time for a second of sound: raw Vosk in a loop against our process, protocol and client together, in turns
 * (A B A B A), so that both meet the same load.
 */
final class StreamCost {
    /**
     * One pass over the corpus.
     *
     * @param sound seconds of sound
     * @param decoder seconds of processor time where the decoding happens
     * @param client seconds of processor time on the caller's side
     * @param unheard utterances without any text
     */
    record Pass(double sound, double decoder, double client, int unheard) {
        double realtimeFactor() {
            return (decoder + client) / sound;
        }
    }

    private static final int AT_ONCE = 2;
    /** Utterances at a time at the pace of speech. */
    static final int SPEAKING = 12;

    private static final long FRAME_NANOS = Frame.MILLIS * 1_000_000L;

    private final List<Pcm> corpus;
    private final List<String> phrases;

    StreamCost(List<Pcm> corpus, List<String> phrases) {
        this.corpus = corpus;
        this.phrases = phrases;
    }

    /** Raw Vosk, in as many loops as our process decodes at a time: two neighbours on one core slow each other down. */
    Pass raw(RawVosk vosk) {
        List<CompletableFuture<Pass>> loops = new ArrayList<>();
        for (int loop = 0; loop < AT_ONCE; loop++) {
            int first = loop;
            loops.add(CompletableFuture.supplyAsync(
                    () -> rawLoop(vosk, first), each -> Thread.ofPlatform().start(each)));
        }
        List<Pass> passes = loops.stream().map(CompletableFuture::join).toList();
        return new Pass(
                seconds(),
                passes.stream().mapToDouble(Pass::decoder).sum(),
                0,
                passes.stream().mapToInt(Pass::unheard).sum());
    }

    private Pass rawLoop(RawVosk vosk, int first) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int unheard = 0;
        for (int i = first; i < corpus.size(); i += AT_ONCE) {
            try {
                unheard += vosk.text(corpus.get(i), phrases).isEmpty() ? 1 : 0;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        double used = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        return new Pass(0, used, 0, unheard);
    }

    Pass pooled(RecognizerPool pool) {
        double own = ownTime();
        double children = childrensTime(pool);
        int unheard = 0;
        Queue<CompletableFuture<Transcript>> underWay = new ArrayDeque<>();
        for (Pcm sound : corpus) {
            Recognition recognition = pool.listen(Language.ENGLISH, sound.rate(), phrases);
            sound.frames().forEach(recognition::accept);
            underWay.add(recognition.finish());
            if (underWay.size() >= AT_ONCE) {
                unheard += underWay.remove().join().isEmpty() ? 1 : 0;
            }
        }
        for (CompletableFuture<Transcript> last : underWay) {
            unheard += last.join().isEmpty() ? 1 : 0;
        }
        return new Pass(seconds(), childrensTime(pool) - children, ownTime() - own, unheard);
    }

    /** The same with every utterance at the pace of speech, {@link #SPEAKING} at a time. */
    Pass paced(RecognizerPool pool) {
        double own = ownTime();
        double children = childrensTime(pool);
        Queue<Pcm> left = new ArrayDeque<>(corpus);
        List<Spoken> speaking = new ArrayList<>();
        List<CompletableFuture<Transcript>> texts = new ArrayList<>();
        for (long next = System.nanoTime(); !left.isEmpty() || !speaking.isEmpty(); next += FRAME_NANOS) {
            while (speaking.size() < SPEAKING && !left.isEmpty()) {
                Pcm sound = left.remove();
                speaking.add(new Spoken(
                        pool.listen(Language.ENGLISH, sound.rate(), phrases),
                        sound.frames().iterator()));
            }
            for (Spoken each : List.copyOf(speaking)) {
                if (each.frames().hasNext()) {
                    each.heard().accept(each.frames().next());
                } else {
                    speaking.remove(each);
                    texts.add(each.heard().finish());
                }
            }
            for (long wait = next - System.nanoTime(); wait > 0; wait = next - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
        }
        int unheard = 0;
        for (CompletableFuture<Transcript> text : texts) {
            unheard += text.join().isEmpty() ? 1 : 0;
        }
        return new Pass(seconds(), childrensTime(pool) - children, ownTime() - own, unheard);
    }

    /** An utterance on its way. */
    private record Spoken(Recognition heard, Iterator<Frame> frames) {}

    private double seconds() {
        return corpus.stream().mapToDouble(sound -> sound.duration().toMillis()).sum() / 1000;
    }

    private static double ownTime() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1000.0;
    }

    private static double childrensTime(RecognizerPool pool) {
        return pool.processes().stream()
                        .flatMap(pid -> ProcessHandle.of(pid).stream())
                        .mapToLong(process -> process.info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis())
                        .sum()
                / 1000.0;
    }

    /** The middle one. */
    static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
