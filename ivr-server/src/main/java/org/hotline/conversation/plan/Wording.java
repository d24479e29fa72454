package org.hotline.conversation.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.conversation.turn.Prompt;
import org.hotline.conversation.turn.Spelling;
import org.hotline.speech.Piece;

/**
 * What a plan wants said, with the names of slots where their values go: {@code "Your balance is {balance}."}
 *
 * @param text as written
 */
public record Wording(String text) {
    private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern SPOKEN = Pattern.compile("[\\p{L}\\p{N}]");

    /** The slots named in it, in order, with repetitions. */
    public List<String> slots() {
        return SLOT.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** The texts between the slots, those that can be heard. */
    public List<String> texts() {
        return pieces(Map.of()).stream()
                .filter(Piece.Text.class::isInstance)
                .map(piece -> ((Piece.Text) piece).text())
                .toList();
    }

    /** With values in place; a slot without a value is left out. */
    public Prompt with(Map<String, Piece> slots) {
        String written = SLOT.matcher(text).replaceAll(slot -> {
            Piece value = slots.get(slot.group(1));
            return value == null ? "" : Matcher.quoteReplacement(Spelling.readable(value));
        });
        return new Prompt(pieces(slots), written);
    }

    private List<Piece> pieces(Map<String, Piece> slots) {
        List<Piece> pieces = new ArrayList<>();
        Matcher slot = SLOT.matcher(text);
        int from = 0;
        while (slot.find()) {
            addText(text.substring(from, slot.start()), pieces);
            Piece value = slots.get(slot.group(1));
            if (value != null) {
                pieces.add(value);
            }
            from = slot.end();
        }
        addText(text.substring(from), pieces);
        return pieces;
    }

    /** The full stop after a value is not spoken, nor is a text without a letter. */
    private static void addText(String text, List<Piece> pieces) {
        Matcher spoken = SPOKEN.matcher(text);
        if (spoken.find()) {
            pieces.add(new Piece.Text(text.substring(spoken.start()).strip()));
        }
    }
}
