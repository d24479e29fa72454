package org.hotline.speech.vosk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vosk.Recognizer;

/**
 * One connection of the recognizer process: its messages in order, one at a time, on whichever worker is free.
 *
 * <p>A native recognizer must never be used by two threads at once nor be closed twice; so it is touched only while this
 * decoding has the one place in the workers' queue that it takes when its mailbox fills, and gives back after each message
 * (which also lets the connections take turns).
 */
final class Decoding {
    /** What a client says. */
    sealed interface Message {
        /** How to hear what follows. */
        record Configuration(float rate, List<String> phrases, boolean words, int alternatives) implements Message {
            /** What the reference server assumes of a client that does not say. */
            static final Configuration USUAL = new Configuration(8000, List.of(), true, 0);
        }

        /** 16-bit little-endian samples: a buffer over an array of its own. */
        record Sound(ByteBuffer samples) implements Message {}

        /** The end of the utterance, and of the connection: asks for the final text. */
        record End() implements Message {}

        /** The end of the utterance: asks for the final text. Another one may follow, as configured before or anew. */
        record Next() implements Message {}

        /** The client has gone. */
        record Gone() implements Message {}
    }

    /** Sound that may wait, in bytes: a minute at 16 kHz. */
    private static final int MOST_WAITING = 60 * 16_000 * Short.BYTES;

    private static final Logger LOG = LoggerFactory.getLogger(Decoding.class);

    private final VoskModel model;
    private final Executor workers;
    private final DecodingTime time;
    private final Consumer<String> reply;
    private final Runnable hangUp;
    private final Queue<Message> mailbox = new ArrayDeque<>(); // guarded by itself
    private int waiting; // bytes of sound in the mailbox, guarded by it
    private boolean busy; // has its place in the workers' queue, guarded by the mailbox
    private Message.Configuration configuration = Message.Configuration.USUAL;
    private Optional<Recognizer> recognizer = Optional.empty();
    private boolean over;

    /**
     * @param reply sends a message to the client
     * @param hangUp closes the connection
     */
    Decoding(VoskModel model, Executor workers, DecodingTime time, Consumer<String> reply, Runnable hangUp) {
        this.model = model;
        this.workers = workers;
        this.time = time;
        this.reply = reply;
        this.hangUp = hangUp;
    }

    /**
     * Takes a message; never waits for decoding.
     *
     * @return false if so much sound is waiting already that this one was not taken
     */
    boolean accept(Message message) {
        synchronized (mailbox) {
            if (message instanceof Message.Sound sound) {
                if (waiting + sound.samples().capacity() > MOST_WAITING) {
                    return false;
                }
                waiting += sound.samples().capacity();
            }
            mailbox.add(message);
            if (!busy) {
                busy = true;
                workers.execute(this::next);
            }
            return true;
        }
    }

    private void next() {
        try {
            perform(take());
        } catch (IOException | RuntimeException fault) {
            LOG.warn("A recognition failed", fault);
            finish();
            hangUp.run();
        }
        synchronized (mailbox) {
            busy = !mailbox.isEmpty();
            if (busy) {
                workers.execute(this::next);
            }
        }
    }

    private Message take() {
        synchronized (mailbox) {
            Message message = mailbox.remove();
            if (message instanceof Message.Sound sound) {
                waiting -= sound.samples().capacity();
            }
            return message;
        }
    }

    private void perform(Message message) throws IOException {
        if (over) {
            return;
        }
        switch (message) {
            case Message.Configuration wanted -> configuration = wanted;
            case Message.Sound sound -> reply.accept(decode(sound.samples().array()));
            case Message.End end -> {
                reply.accept(ready().getFinalResult());
                finish();
                hangUp.run();
            }
            case Message.Next next -> {
                reply.accept(ready().getFinalResult());
                release();
            }
            case Message.Gone gone -> finish();
        }
    }

    private String decode(byte[] samples) throws IOException {
        long start = System.nanoTime();
        Recognizer engine = ready();
        String answer = engine.acceptWaveForm(samples, samples.length) ? engine.getResult() : engine.getPartialResult();
        time.add(System.nanoTime() - start, samples.length / (Short.BYTES * configuration.rate()));
        return answer;
    }

    private Recognizer ready() throws IOException {
        if (recognizer.isEmpty()) {
            Recognizer fresh = model.recognizer(configuration.rate(), configuration.phrases());
            recognizer = Optional.of(fresh);
            fresh.setWords(configuration.words());
            fresh.setMaxAlternatives(configuration.alternatives());
        }
        return recognizer.get();
    }

    private void finish() {
        over = true;
        release();
    }

    private void release() {
        recognizer.ifPresent(Recognizer::close);
        recognizer = Optional.empty();
    }

    /** Copies a message of sound out of a buffer that is reused. */
    static Message.Sound sound(ByteBuffer data) {
        byte[] samples = new byte[data.remaining() & ~1];
        data.get(samples);
        return new Message.Sound(ByteBuffer.wrap(samples));
    }
}
