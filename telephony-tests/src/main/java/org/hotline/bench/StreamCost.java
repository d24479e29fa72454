package org.hotline.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
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

    private final List<Pcm> corpus;
    private final List<String> phrases;

    StreamCost(List<Pcm> corpus, List<String> phrases) {
        this.corpus = corpus;
        this.phrases = phrases;
    }

    Pass raw(RawVosk vosk) throws IOException {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int unheard = 0;
        for (Pcm sound : corpus) {
            unheard += vosk.text(sound, phrases).isEmpty() ? 1 : 0;
        }
        double used = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        return new Pass(seconds(), used, 0, unheard);
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
