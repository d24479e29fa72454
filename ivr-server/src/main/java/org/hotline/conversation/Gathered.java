package org.hotline.conversation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hotline.conversation.plan.SlotType;
import org.hotline.conversation.slot.YesNo;
import org.hotline.conversation.turn.Input;
import org.hotline.speech.Piece;
import org.hotline.speech.Transcript;

/**
 * A value as far as it has come.
 *
 * @param question the question with everything that came in answer to it
 * @param digits so far, for digits
 * @param value once it is whole
 */
record Gathered(Talk.Question question, SlotType type, SpokenValue spoken, String digits, Optional<Piece> value) {

    static Gathered of(Talk.Question question, SlotType type, SpokenValue spoken, LocalDate today) {
        Optional<Piece> value = switch (question.input()) {
            case Input.Keys keys -> KeyedValue.of(type, keys.keys(), today);
            case Input.Speech speech -> spoken.in(speech.transcript().text());
            case Input.Silence ignored -> Optional.empty();
        };
        String digits = question.input() instanceof Input.Speech speech
                ? spoken.digits(speech.transcript().text())
                : "";
        return new Gathered(question, type, spoken, digits, value);
    }

    /** Some digits were said, but too few: the rest may follow, in words or keys. */
    boolean isBegun() {
        return value.isEmpty()
                && !digits.isEmpty()
                && type instanceof SlotType.Digits all
                && digits.length() < all.least()
                && !isCountInPassing();
    }

    /** "You charged me two times" begins no number. */
    private boolean isCountInPassing() {
        return digits.length() == 1
                && question.input() instanceof Input.Speech speech
                && YesNo.tells(spoken.language(), speech.transcript().text());
    }

    /** Nothing is said besides the value: who says yes or no often says more, who says digits or an amount does not. */
    boolean isBare() {
        return value.isPresent()
                && (!(type instanceof SlotType.YesNo) || yesOrNo().isBare(question.input()));
    }

    /** Whether the caller says yes or no, if that is what was asked. */
    Optional<Boolean> agreed() {
        return type instanceof SlotType.YesNo ? yesOrNo().in(question.input()) : Optional.empty();
    }

    private YesOrNo yesOrNo() {
        return new YesOrNo(spoken.language());
    }

    /** With more digits after these. */
    Gathered and(Input more) {
        String next = switch (more) {
            case Input.Keys keys -> keys.keys();
            case Input.Speech speech -> spoken.digits(speech.transcript().text());
            case Input.Silence ignored -> "";
        };
        if (next.isEmpty()) {
            return new Gathered(question.with(joined(more)), type, spoken, "", value);
        }
        String all = digits + next;
        return new Gathered(question.with(joined(more)), type, spoken, all, KeyedValue.digits(type, all));
    }

    /** 1 for keys, the recognizer's for words. */
    double confidence() {
        if (value.isEmpty()) {
            return 0;
        }
        return question.input() instanceof Input.Speech speech
                ? speech.transcript().confidence()
                : 1;
    }

    private Input joined(Input more) {
        if (!(question.input() instanceof Input.Speech first)) {
            return more;
        }
        String text = switch (more) {
            case Input.Keys keys -> keys.keys();
            case Input.Speech speech -> speech.transcript().text();
            case Input.Silence ignored -> "";
        };
        Transcript whole = new Transcript(
                first.transcript().text() + " " + text,
                List.of(),
                first.transcript().confidence(),
                List.of());
        return new Input.Speech(whole, first.bargeIn(), first.responseTime());
    }
}
