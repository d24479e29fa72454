package org.hotline.conversation;

import java.util.List;
import java.util.Optional;
import org.hotline.speech.EndpointRules;
import org.hotline.speech.Piece;

/** A value of one type as people say it. */
final class SpokenValue {
    private final SlotType type;

    SpokenValue(SlotType type) {
        this.type = type;
    }

    /** The value, or nothing if {@code text} does not say one. */
    Optional<Piece> in(String text) {
        return switch (type) {
            case SlotType.OneOf oneOf ->
                oneOf.options().stream()
                        .filter(option -> text.contains(option))
                        .findFirst()
                        .map(Piece.Text::new);
            case SlotType.Digits ignored -> Optional.empty();
            case SlotType.YesNo ignored -> Optional.empty();
            case SlotType.Amount ignored -> Optional.empty();
            case SlotType.Date ignored -> Optional.empty();
        };
    }

    /** The digits said so far. */
    String digits(String text) {
        return "";
    }

    /** What the recognizer should expect; empty for anything. */
    List<String> phrases() {
        return List.of();
    }

    EndpointRules endpointing() {
        return switch (type) {
            case SlotType.Digits digits ->
                EndpointRules.dictated(text -> digits(text).length() >= digits.most());
            case SlotType.YesNo ignored -> EndpointRules.closed(text -> in(text).isPresent());
            case SlotType.OneOf ignored -> EndpointRules.closed(text -> in(text).isPresent());
            case SlotType.Amount ignored -> EndpointRules.open();
            case SlotType.Date ignored -> EndpointRules.open();
        };
    }
}
