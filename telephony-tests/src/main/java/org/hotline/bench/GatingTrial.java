package org.hotline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;
import org.hotline.call.PlainCall;
import org.hotline.call.Tick;
import org.hotline.conversation.turn.Caller;
import org.hotline.conversation.turn.Listening;
import org.hotline.conversation.turn.Prompt;
import org.hotline.conversation.turn.TalkListener;
import org.hotline.speech.EndpointRules;
import org.hotline.speech.Language;
import org.hotline.speech.Recognition;
import org.hotline.speech.Recognizer;
import org.hotline.speech.Transcript;

/**
 * How much of a talk is recognised: the real {@link Caller} asks, in virtual time, a caller who begins 0.7 s after each prompt
 * of 4 s; what it hands to the recognizer is counted and decoded on the spot.
 */
final class GatingTrial {
    /**
     * What came of it.
     *
     * @param recognised seconds of sound handed to the recognizer
     * @param talked seconds of all calls
     */
    record Outcome(double recognised, double talked) {
        double share() {
            return recognised / talked;
        }
    }

    private static final Duration PROMPT = Duration.ofSeconds(4);
    private static final Duration THINKING = Duration.ofMillis(700);

    private final RawVosk vosk;
    private int recognised;
    private int talked;

    GatingTrial(RawVosk vosk) {
        this.vosk = vosk;
    }

    /** One turn for each of these answers. */
    Outcome run(List<Pcm> answers) {
        Prompt prompt = Prompt.of("a prompt");
        Listening listening = new Listening(
                EndpointRules.open(Language.ENGLISH, SpokenCorpus.PROBLEMS::contains),
                List.of(),
                Listening.Keying.ONE,
                Prompt.NOTHING);
        for (int i = 0; i < answers.size(); i++) {
            Caller caller = new Caller(
                    new Talker(answers.get(i), i),
                    Language.ENGLISH,
                    new Counting(),
                    (language, pieces, rate) -> Optional.of(Pcm.silence(PROMPT, rate)),
                    TalkListener.NONE,
                    Runnable::run);
            caller.ask(prompt, listening);
        }
        return new Outcome((double) recognised / Frame.PER_SECOND, (double) talked / Frame.PER_SECOND);
    }

    /** A caller who waits, answers, and is silent. */
    private final class Talker extends PlainCall {
        private final List<Frame> frames;
        private int at;

        Talker(Pcm answer, long seed) {
            super(CallId.at(Instant.now()), Direction.INBOUND, "bench");
            Pcm before = Pcm.silence(PROMPT.plus(THINKING), answer.rate());
            Pcm after = Pcm.silence(Duration.ofSeconds(3), answer.rate());
            frames = SpokenCorpus.onALine(Pcm.concat(List.of(before, answer, after)), seed)
                    .frames();
        }

        @Override
        public Tick exchange(Frame say) {
            talked++;
            return new Tick(frames.get(Math.min(at++, frames.size() - 1)));
        }

        @Override
        public void hangUp(HangupCause cause) {}

        @Override
        public boolean isOver() {
            return false;
        }
    }

    private final class Counting implements Recognizer {
        @Override
        public Recognition listen(Language language, int rate, List<String> phrases) {
            try {
                return new Counted(vosk.recognizer(rate, phrases));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public Set<Language> languages() {
            return Set.of(Language.ENGLISH);
        }

        @Override
        public Set<String> unknownWords(Language language, List<String> phrases) {
            return Set.of();
        }

        @Override
        public void close() {}
    }

    /** Decodes 100 ms at a time, at once. */
    private final class Counted implements Recognition {
        private static final int CHUNK = 5;

        private final org.vosk.Recognizer engine;
        private final List<Pcm> gathered = new ArrayList<>();
        private Transcript partial = Transcript.EMPTY;

        Counted(org.vosk.Recognizer engine) {
            this.engine = engine;
        }

        @Override
        public void accept(Frame heard) {
            recognised++;
            gathered.add(Pcm.of(heard.samples(), heard.rate()));
            if (gathered.size() == CHUNK) {
                byte[] chunk = RawVosk.bytes(Pcm.concat(gathered));
                gathered.clear();
                partial = Transcript.of(RawVosk.text(
                        engine.acceptWaveForm(chunk, chunk.length) ? engine.getResult() : engine.getPartialResult()));
            }
        }

        @Override
        public Transcript partial() {
            return partial;
        }

        @Override
        public CompletableFuture<Transcript> finish() {
            return CompletableFuture.completedFuture(partial);
        }

        @Override
        public boolean hasFailed() {
            return false;
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
