package org.hotline.conversation;

import java.util.List;
import java.util.Optional;
import org.hotline.conversation.slot.YesNo;
import org.hotline.conversation.turn.Input;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;

/** Agreement and refusal, in words and by the keys 1 and 2. */
record YesOrNo(Language language) {
    /** True for yes, false for no, nothing for neither. */
    Optional<Boolean> in(Input input) {
        return switch (input) {
            case Input.Keys keys -> keyed(keys.keys());
            case Input.Speech speech -> in(speech.transcript().text());
            case Input.Silence ignored -> Optional.empty();
        };
    }

    Optional<Boolean> in(String text) {
        return YesNo.answer(language, text);
    }

    /** Whether yes or no is all that the caller says. */
    boolean isBare(Input input) {
        return in(input).isPresent()
                && (!(input instanceof Input.Speech speech)
                        || YesNo.after(language, speech.transcript().text()).isEmpty());
    }

    List<String> phrases() {
        return YesNo.phrases(language);
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
