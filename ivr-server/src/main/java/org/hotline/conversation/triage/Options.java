package org.hotline.conversation.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;

/** Things to choose among, in words: "A, or B, or C" and "For A, press 1. For B, press 2." */
final class Options {
    private final Phrases phrases;
    private final Map<String, Piece> values = new LinkedHashMap<>();
    private final List<String> called;

    Options(Language language, List<String> called) {
        this.phrases = Phrases.of(language);
        this.called = List.copyOf(called);
        for (int i = 0; i < called.size(); i++) {
            values.put(choice(i), new Piece.Text(called.get(i)));
            values.put(key(i), new Piece.Digits(String.valueOf(i + 1)));
        }
        values.put(key(called.size()), new Piece.Digits(String.valueOf(called.size() + 1)));
    }

    Map<String, Piece> values() {
        return values;
    }

    /** @param opening the sentence that names the first one */
    String asked(String opening) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < called.size(); i++) {
            parts.add(named(i == 0 ? opening : phrases.or(), i));
        }
        return String.join(", ", parts) + "?";
    }

    /** @param orNone with a key for "none of these" after the others */
    String keyed(boolean orNone) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < called.size(); i++) {
            parts.add(named(phrases.press(), i));
        }
        if (orNone) {
            parts.add(named(phrases.pressForNone(), called.size()));
        }
        return String.join(" ", parts);
    }

    /**
     * The place, from 0, of the option that a key stands for; nothing if it stands for none.
     *
     * @param orNone the place after the last counts too
     */
    Optional<Integer> place(String keys, boolean orNone) {
        int place = keys.length() == 1 ? keys.charAt(0) - '1' : -1;
        int places = called.size() + (orNone ? 1 : 0);
        return place >= 0 && place < places ? Optional.of(place) : Optional.empty();
    }

    private static String named(String sentence, int number) {
        return sentence.replace("{choice}", "{" + choice(number) + "}").replace("{key}", "{" + key(number) + "}");
    }

    private static String choice(int number) {
        return "choice-" + (number + 1);
    }

    private static String key(int number) {
        return "key-" + (number + 1);
    }
}
