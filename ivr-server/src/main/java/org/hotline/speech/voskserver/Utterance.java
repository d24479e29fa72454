package org.hotline.speech.voskserver;

import java.util.ArrayList;
import java.util.List;
import org.hotline.speech.Transcript;

/** What was said in one turn, out of the pieces between which the server believed to hear an end. */
final class Utterance {
    private Utterance() {}

    /** The pieces in order as one transcript; alternatives only if there is one piece, for they belong together. */
    static Transcript of(List<Transcript> pieces) {
        if (pieces.size() <= 1) {
            return pieces.isEmpty() ? Transcript.EMPTY : pieces.getFirst();
        }
        List<String> texts = new ArrayList<>();
        List<Transcript.Word> words = new ArrayList<>();
        double confidence = 0;
        for (Transcript piece : pieces) {
            texts.add(piece.text());
            words.addAll(piece.words());
            confidence += piece.confidence();
        }
        return new Transcript(String.join(" ", texts), words, confidence / pieces.size(), List.of());
    }
}
