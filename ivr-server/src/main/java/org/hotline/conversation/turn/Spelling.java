package org.hotline.conversation.turn;

import java.math.BigDecimal;
import java.util.List;
import org.hotline.speech.Piece;

/** Values as text: for people to read, and for the record. */
public final class Spelling {
    private Spelling() {}

    /** For people: pieces joined as they would be written. */
    static String of(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            String next = readable(piece);
            if (!text.isEmpty() && needsBlank(text.charAt(text.length() - 1), next.charAt(0))) {
                text.append(' ');
            }
            text.append(next);
        }
        return text.toString();
    }

    /** For the record: digits as digits, amounts in minor units, dates as ISO 8601. */
    public static String recorded(Piece value) {
        return switch (value) {
            case Piece.Text text -> text.text();
            case Piece.Digits digits -> digits.digits();
            case Piece.Count count -> Long.toString(count.value());
            case Piece.Amount amount -> Long.toString(amount.minor());
            case Piece.Date date -> date.date().toString();
        };
    }

    /** For people. */
    public static String readable(Piece piece) {
        return switch (piece) {
            case Piece.Amount amount -> BigDecimal.valueOf(amount.minor(), 2).toPlainString() + " " + amount.currency();
            case Piece.Text ignored -> recorded(piece);
            case Piece.Digits ignored -> recorded(piece);
            case Piece.Count ignored -> recorded(piece);
            case Piece.Date ignored -> recorded(piece);
        };
    }

    /** Chinese is written without blanks; so is what follows a text into punctuation. */
    private static boolean needsBlank(char before, char after) {
        return !Character.isIdeographic(before)
                && !Character.isIdeographic(after)
                && !isPunctuation(after)
                && "，。？！：；、".indexOf(before) < 0;
    }

    private static boolean isPunctuation(char character) {
        return ",.;:?!，。？！：；、".indexOf(character) >= 0;
    }
}
