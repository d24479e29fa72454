package org.hotline.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline.speech.Transcript;
import org.hotline.understanding.Utterances;

/** Puts utterances that are alike together. Deterministic. */
final class Clusters {
    private static final int NEAREST = 3;

    private final OnAir onAir;

    Clusters(OnAir onAir) {
        this.onAir = onAir;
    }

    /** Biggest first. */
    List<Cluster> of(List<Utterance> utterances) {
        Map<String, List<Utterance>> alike = new LinkedHashMap<>();
        for (Utterance utterance : utterances) {
            String said = Utterances.normalised(utterance.language(), utterance.text());
            alike.computeIfAbsent(utterance.language().tag() + " " + said, any -> new ArrayList<>())
                    .add(utterance);
        }
        return alike.values().stream()
                .map(this::cluster)
                .sorted(Comparator.comparingInt(
                                (Cluster cluster) -> cluster.members().size())
                        .reversed())
                .toList();
    }

    private Cluster cluster(List<Utterance> members) {
        Utterance first = members.getFirst();
        List<Cluster.Near> nearest = onAir.locator(first.language())
                .map(locator -> Trial.near(Trial.belief(locator, Transcript.of(first.text())), NEAREST))
                .orElse(List.of());
        return new Cluster(first.language(), members, nearest);
    }
}
