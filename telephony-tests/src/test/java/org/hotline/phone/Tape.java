package org.hotline.phone;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.speech.Language;

/**
 * What a foreign phone hears, from the file it records to: 8 kHz, 16 bits, mono, read while it still grows. One thread.
 */
public final class Tape implements AutoCloseable {
    private static final int HEADER = 44;
    private static final int FRAME_BYTES = 320;
    private static final double CLEAR_ENOUGH = 0.6;

    private final Path file;
    private final Language language;
    private final List<Frame> heard = new ArrayList<>();
    private Optional<Ears> ears = Optional.empty();
    private int passedOver;

    /** @param file may be written to later only */
    public Tape(Path file, Language language) {
        this.file = file;
        this.language = language;
    }

    /** Waits until this sentence, or most of it, is on the tape; what is before it is passed over. */
    public Tape hears(String sentence, Duration patience) {
        Ears open = open();
        List<String> want = Likeness.units(language, sentence);
        try {
            Awaitility.await().atMost(patience).until(() -> {
                wind();
                return sinceThen(open, want).share() >= CLEAR_ENOUGH;
            });
        } catch (ConditionTimeoutException missed) {
            throw new AssertionError("\"" + sentence + "\" was not heard but " + open.understood(), missed);
        }
        passedOver += sinceThen(open, want).end();
        return this;
    }

    /** Ears that have caught up with the tape. */
    private Ears open() {
        if (ears.isEmpty()) {
            Ears fresh = new Ears(language);
            heard.forEach(fresh::hear);
            ears = Optional.of(fresh);
            return fresh;
        }
        return ears.get();
    }

    private Likeness.Match sinceThen(Ears open, List<String> want) {
        List<String> all = Likeness.units(language, String.join(" ", open.understood()));
        return Likeness.in(want, all.subList(Math.min(passedOver, all.size()), all.size()));
    }

    /** Everything heard so far. */
    public Pcm sound() {
        wind();
        return heard.isEmpty()
                ? Pcm.of(new short[0], Frame.TELEPHONE_RATE)
                : Pcm.concat(heard.stream()
                        .map(frame -> Pcm.of(frame.samples(), frame.rate()))
                        .toList());
    }

    /** Reads on to the end of what is recorded by now. */
    private void wind() {
        if (!Files.exists(file)) {
            return;
        }
        try (RandomAccessFile tape = new RandomAccessFile(file.toFile(), "r")) {
            tape.seek(HEADER + (long) heard.size() * FRAME_BYTES);
            byte[] bytes = new byte[FRAME_BYTES];
            while (tape.length() - tape.getFilePointer() >= FRAME_BYTES) {
                tape.readFully(bytes);
                Frame frame = Frame.of(samples(bytes), Frame.TELEPHONE_RATE);
                heard.add(frame);
                ears.ifPresent(open -> open.hear(frame));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static short[] samples(byte[] bytes) {
        short[] samples = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }

    @Override
    public void close() {
        ears.ifPresent(Ears::close);
    }
}
