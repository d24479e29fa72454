package org.hotline.speech.voskserver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hotline.speech.Transcript;

/** What was said in one turn, out of the pieces between which the server believed to hear an end. */
final class Utterance {
    private Utterance() {}

    /** The pieces in order as one transcript; an alternative differs from it in one piece. */
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
        return new Transcript(String.join(" ", texts), words, confidence / pieces.size(), alternatives(pieces, texts));
    }

    private static List<Transcript.Reading> alternatives(List<Transcript> pieces, List<String> texts) {
        List<Transcript.Reading> alternatives = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            for (Transcript.Reading other : pieces.get(i).alternatives()) {
                List<String> parts = new ArrayList<>(texts);
                parts.set(i, other.text());
                alternatives.add(new Transcript.Reading(String.join(" ", parts), other.probability() / pieces.size()));
            }
        }
        alternatives.sort(
                Comparator.comparingDouble(Transcript.Reading::probability).reversed());
        return alternatives;
    }
}
