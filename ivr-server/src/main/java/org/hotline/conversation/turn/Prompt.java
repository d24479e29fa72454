package org.hotline.conversation.turn;

import java.util.List;
import java.util.stream.Stream;
import org.hotline.speech.Piece;

/**
 * What we say to a caller.
 *
 * @param pieces texts and values, in order; empty to say nothing
 * @param text the same as it is written, for the record and the screen
 */
public record Prompt(List<Piece> pieces, String text) {
    /** Says nothing. */
    public static final Prompt NOTHING = new Prompt(List.of(), "");

    public Prompt {
        pieces = List.copyOf(pieces);
    }

    public static Prompt of(Piece... pieces) {
        return new Prompt(List.of(pieces), Spelling.of(List.of(pieces)));
    }

    public static Prompt of(String text) {
        return new Prompt(List.of(new Piece.Text(text)), text);
    }

    public boolean isSilent() {
        return pieces.isEmpty();
    }

    /** This, then {@code next}. */
    public Prompt then(Prompt next) {
        return new Prompt(
                Stream.concat(pieces.stream(), next.pieces.stream()).toList(), (text + " " + next.text).strip());
    }
}
