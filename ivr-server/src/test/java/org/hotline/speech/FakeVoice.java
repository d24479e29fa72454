package org.hotline.speech;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotline.audio.Pcm;

/** A synthesizer whose every prompt is a soft tone of the same length; {@code "unspeakable"} cannot be spoken. */
public final class FakeVoice implements Synthesizer {
    private final Duration length;

    public FakeVoice(Duration length) {
        this.length = length;
    }

    @Override
    public Optional<Pcm> speak(Language language, List<Piece> pieces, int rate) {
        return pieces.contains(new Piece.Text("unspeakable"))
                ? Optional.empty()
                : Optional.of(Sounds.tones((int) length.toMillis(), 440, 440, rate));
    }
}
