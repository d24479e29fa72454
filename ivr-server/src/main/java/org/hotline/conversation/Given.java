package org.hotline.conversation;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline.conversation.turn.Caller;
import org.hotline.speech.Piece;

/** What a lookup can be asked with though nobody collected it. Not among the slots: never said, and not told to agents again. */
public enum Given {
    /** The calling number as received; missing if it is withheld. */
    CALLING("calling"),
    /** What the call is called in its record. */
    CALL("call");

    private final String slot;

    Given(String slot) {
        this.slot = slot;
    }

    /** How plans write it where a slot could stand. */
    public String slot() {
        return slot;
    }

    /** All of them, as plans write them. */
    public static Set<String> slots() {
        return Arrays.stream(values()).map(Given::slot).collect(Collectors.toUnmodifiableSet());
    }

    static Optional<Given> named(String slot) {
        return Arrays.stream(values()).filter(given -> given.slot.equals(slot)).findFirst();
    }

    Optional<Piece> of(Caller caller) {
        return switch (this) {
            case CALLING ->
                Optional.of(caller.calling().text())
                        .filter(number -> !number.isEmpty())
                        .map(Piece.Text::new);
            case CALL -> Optional.of(new Piece.Text(caller.call().toString()));
        };
    }
}
