package org.hotline.conversation.turn;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.call.Call;
import org.hotline.call.CallId;
import org.hotline.call.PhoneNumber;
import org.hotline.speech.Language;
import org.hotline.speech.Recognizer;
import org.hotline.speech.Synthesizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The person on the line: can be told something, asked something, and kept company while something is done.
 *
 * <p>Every method exchanges frames and so takes the time it takes to speak and to listen; each throws {@link
 * org.hotline.call.CallEnded} as soon as the call is over. Belongs to the call's thread.
 */
public final class Caller {
    private static final Logger LOG = LoggerFactory.getLogger(Caller.class);

    private final Line line;
    private final Language language;
    private final Recognizer recognizer;
    private final Synthesizer synthesizer;
    private final TalkListener listener;
    private final Executor background;

    /** A caller whose waiting work runs on virtual threads. The call must be answered. */
    public Caller(Call call, Language language, Recognizer recognizer, Synthesizer synthesizer, TalkListener listener) {
        this(call, language, recognizer, synthesizer, listener, Thread::startVirtualThread);
    }

    /**
     * A caller.
     *
     * @param background where work goes on while the caller hears frames; {@code Runnable::run} makes a talk in virtual
     *     time the same every time
     */
    public Caller(
            Call call,
            Language language,
            Recognizer recognizer,
            Synthesizer synthesizer,
            TalkListener listener,
            Executor background) {
        this.line = new Line(call);
        this.language = language;
        this.recognizer = recognizer;
        this.synthesizer = synthesizer;
        this.listener = listener;
        this.background = background;
    }

    public Language language() {
        return language;
    }

    /** The call they are on. */
    public CallId call() {
        return line.call();
    }

    /** Their number; withheld if nobody told us. */
    public PhoneNumber calling() {
        return line.calling();
    }

    /** Says the prompt, up to its end or to the first key pressed during it, which is kept for the next question. */
    public void say(Prompt prompt) {
        List<Frame> sound = soundOf(prompt);
        int ahead = line.waitingKeys();
        for (int played = 0; played < sound.size() && line.waitingKeys() == ahead; played++) {
            line.exchange(sound.get(played));
        }
    }

    /**
     * Asks. The caller may answer before the prompt ends. If speech cannot be understood just now (no recognizer), they are told to
     * use the keys and asked again.
     */
    public Input ask(Prompt prompt, Listening listening) {
        List<Frame> sound = soundOf(prompt);
        try (Ear ear = new Ear(line, recognizer, language, listening.phrases(), listener)) {
            Reply reply = new Reply(line, ear, listening);
            return reply.to(sound).orElseGet(() -> askByKeys(prompt, listening, reply));
        }
    }

    private Input askByKeys(Prompt prompt, Listening listening, Reply reply) {
        LOG.atInfo().log("Speech cannot be recognised; asking for keys");
        Prompt hint = Prompt.of(Sentences.of(language).useTheKeys());
        return reply.byKeys(soundOf(hint.then(listening.byKeys().isSilent() ? prompt : listening.byKeys())));
    }

    /** Forgets keys pressed ahead: after a misunderstanding they were meant for something else. */
    public void forgetKeys() {
        line.forgetKeys();
    }

    /** {@link #whileHolding}, while the caller hears nothing, on a line that is not dead. */
    public <T> T whileQuiet(Callable<T> work) {
        return whileHolding(Pcm.silence(Duration.ofMillis(Frame.MILLIS), Frame.TELEPHONE_RATE), work);
    }

    /**
     * Does something that takes time while the caller hears {@code music}, over and over. A hang-up interrupts the work.
     *
     * @param music at the call's rate; empty for silence
     * @param work runs on another thread
     * @return what the work returned
     * @throws RuntimeException the one that the work threw; a checked one comes as {@link CompletionException}
     */
    public <T> T whileHolding(Pcm music, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        background.execute(task);
        List<Frame> frames = music.frames();
        try {
            for (int played = 0; !task.isDone(); played++) {
                if (frames.isEmpty()) {
                    line.exchange();
                } else {
                    line.exchange(frames.get(played % frames.size()));
                }
            }
        } finally {
            task.cancel(true);
        }
        return resultOf(task);
    }

    private List<Frame> soundOf(Prompt prompt) {
        if (prompt.isSilent()) {
            return List.of();
        }
        listener.saying(prompt.text());
        Optional<Pcm> ready = synthesizer.ready(language, prompt.pieces(), line.rate());
        if (ready.isPresent()) {
            return ready.get().frames();
        }
        Pcm nothing = Pcm.of(new short[0], line.rate());
        Optional<Pcm> sound = whileHolding(nothing, () -> synthesizer.speak(language, prompt.pieces(), line.rate()));
        if (sound.isEmpty()) {
            LOG.atError().addKeyValue("language", language.tag()).log("A prompt cannot be spoken; run hotline check");
        }
        return sound.orElse(nothing).frames();
    }

    private static <T> T resultOf(FutureTask<T> done) {
        return switch (done.state()) {
            case SUCCESS -> done.resultNow();
            case FAILED -> throw unchecked(done.exceptionNow());
            case CANCELLED, RUNNING -> throw new IllegalStateException("the work was neither done nor failed");
        };
    }

    private static RuntimeException unchecked(Throwable thrown) {
        return thrown instanceof RuntimeException ours ? ours : new CompletionException(thrown);
    }
}
