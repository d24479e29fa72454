package org.hotline.speech;

import java.util.List;
import java.util.Optional;
import org.hotline.audio.Pcm;

/** Several synthesizers, of which the first that can speaks. */
public final class SynthesizerChain implements Synthesizer {
    private final List<Synthesizer> synthesizers;

    /** In the order to try; none of them means that nothing can be spoken. */
    public SynthesizerChain(List<Synthesizer> synthesizers) {
        this.synthesizers = List.copyOf(synthesizers);
    }

    @Override
    public Optional<Pcm> speak(Language language, List<Piece> pieces, int rate) {
        for (Synthesizer synthesizer : synthesizers) {
            Optional<Pcm> sound = synthesizer.speak(language, pieces, rate);
            if (sound.isPresent()) {
                return sound;
            }
        }
        return Optional.empty();
    }

    /** Only of the first: what another made while the first was away is not to be heard for ever. */
    @Override
    public Optional<Pcm> ready(Language language, List<Piece> pieces, int rate) {
        return synthesizers.isEmpty()
                ? Optional.empty()
                : synthesizers.getFirst().ready(language, pieces, rate);
    }
}
