package org.hotline.conversation;

import java.util.List;
import java.util.Optional;
import org.hotline.conversation.turn.Input;
import org.hotline.speech.Piece;

/** A value that is read back to be agreed to: whoever says what is wrong with it need not say all of it again. */
record ReadBack(SpokenValue spoken, Piece value) {
    /** As it should be; nothing if {@code input} does not say so. */
    Optional<Piece> corrected(Input input) {
        return switch (input) {
            case Input.Speech speech ->
                spoken.corrected(value, speech.transcript().text());
            case Input.Keys keys -> Optional.empty();
            case Input.Silence silence -> Optional.empty();
        };
    }

    /** What the recognizer should expect, {@code yesOrNo} included; empty for anything. */
    List<String> phrases(List<String> yesOrNo) {
        return spoken.corrections(yesOrNo);
    }
}
