package org.hotline.training;

import java.util.List;
import org.hotline.speech.Language;

/**
 * Utterances that are alike.
 *
 * @param members most typical first; never empty
 * @param nearest the issues of the draft that they are likeliest about, likeliest first; three at the most
 */
public record Cluster(Language language, List<Utterance> members, List<Near> nearest) {
    public Cluster {
        members = List.copyOf(members);
        nearest = List.copyOf(nearest);
    }

    /** @param probability 0 to 1 */
    public record Near(String issue, double probability) {}

    /** Names it as long as it has the same first member. */
    public Utterance.Id id() {
        return members.getFirst().id();
    }

    /** The words that stand for it. */
    public String text() {
        return members.getFirst().text();
    }
}
