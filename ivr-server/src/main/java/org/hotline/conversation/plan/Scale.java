package org.hotline.conversation.plan;

import java.util.Optional;
import org.hotline.conversation.slot.SpokenScore;
import org.hotline.conversation.turn.Input;
import org.hotline.speech.Language;

/** What callers are asked to rate by. */
public enum Scale {
    /** Customer satisfaction: 1 to 5. */
    CSAT("csat", 1, 5),
    /** Would they recommend us (net promoter score): 0 to 10. */
    NPS("nps", 0, 10);

    private final String kind;
    private final int least;
    private final int most;

    Scale(String kind, int least, int most) {
        this.kind = kind;
        this.least = least;
        this.most = most;
    }

    /** Its name in records, and the slot that the answer fills. */
    public String kind() {
        return kind;
    }

    /** As plans write it: {@code csat(1..5)}. */
    public String written() {
        return kind + "(" + least + ".." + most + ")";
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }

    public Optional<Integer> in(Input input, Language language) {
        return switch (input) {
            case Input.Keys keys -> keyed(keys.keys());
            case Input.Speech speech ->
                SpokenScore.read(language, speech.transcript().text(), least, most);
            case Input.Silence ignored -> Optional.empty();
        };
    }

    private Optional<Integer> keyed(String keys) {
        return Optional.of(keys)
                .filter(digits -> digits.matches("[0-9]{1,2}"))
                .map(Integer::parseInt)
                .filter(score -> score >= least && score <= most);
    }
}
