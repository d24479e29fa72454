package org.hotline.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hotline.issue.belief.Locator;
import org.hotline.speech.Language;
import org.hotline.speech.Transcript;

/** Puts utterances that are alike together, with the issues they are near to. Deterministic. */
final class Clusters {
    private static final int NEAREST = 3;

    /** Nobody works on more at once, and each takes a millisecond or more to weigh. */
    private static final int WEIGHED = 300;

    private final OnAir onAir;

    Clusters(OnAir onAir) {
        this.onAir = onAir;
    }

    /** Biggest first; only the first {@value #WEIGHED} know what they are near to. */
    List<Cluster> of(List<Utterance> utterances) {
        List<Cluster> clusters = new ArrayList<>();
        for (Language language : Language.values()) {
            List<Utterance> said = utterances.stream()
                    .filter(utterance -> utterance.language() == language)
                    .toList();
            Alike.groups(language, said, usual(language))
                    .forEach(members -> clusters.add(new Cluster(language, members, List.of())));
        }
        clusters.sort(
                Comparator.comparingInt((Cluster cluster) -> cluster.members().size())
                        .reversed());
        for (int at = 0; at < Math.min(WEIGHED, clusters.size()); at++) {
            clusters.set(at, weighed(clusters.get(at)));
        }
        return List.copyOf(clusters);
    }

    private List<String> usual(Language language) {
        return onAir.syllabus().tree().issues().values().stream()
                .flatMap(issue -> issue.utterances().in(language, List.of()).stream())
                .toList();
    }

    private Cluster weighed(Cluster cluster) {
        Optional<Locator> locator = onAir.locator(cluster.language());
        return new Cluster(
                cluster.language(),
                cluster.members(),
                locator.map(known -> Trial.near(Trial.belief(known, Transcript.of(cluster.text())), NEAREST))
                        .orElse(List.of()));
    }
}
