package org.hotline.conversation;

import java.util.Optional;
import org.hotline.speech.Piece;

/** Agreement and refusal, in words and keys. */
final class YesOrNo {
    /** True for yes, false for no, nothing for neither. */
    Optional<Boolean> in(Input input) {
        return switch (input) {
            case Input.Keys keys -> keyed(keys.keys());
            case Input.Speech speech -> in(speech.transcript().text());
            case Input.Silence ignored -> Optional.empty();
        };
    }

    Optional<Boolean> in(String text) {
        return Optional.empty();
    }

    static Optional<Boolean> keyed(String keys) {
        return switch (keys) {
            case "1" -> Optional.of(true);
            case "2" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Piece piece(boolean agreed) {
        return new Piece.Text(agreed ? "yes" : "no");
    }
}
