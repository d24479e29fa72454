package org.hotline.training;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Labels of one hotline, in memory. */
public final class MemoryLabels implements Labels {
    private final Map<Utterance.Id, Given> all = new ConcurrentHashMap<>();
    private final List<Given> opinions = new CopyOnWriteArrayList<>();

    @Override
    public void give(String hotline, List<Given> labels) {
        labels.forEach(label -> all.put(label.utterance(), label));
    }

    @Override
    public void takeBack(String hotline, Set<Utterance.Id> utterances) {
        all.keySet().removeAll(utterances);
    }

    @Override
    public Map<Utterance.Id, Given> all(String hotline) {
        return Map.copyOf(all);
    }

    @Override
    public void opine(String hotline, List<Given> further) {
        further.forEach(opinion -> takeOpinionsBack(opinion.by(), Set.of(opinion.utterance())));
        opinions.addAll(further);
    }

    @Override
    public void takeOpinionsBack(String by, Set<Utterance.Id> utterances) {
        opinions.removeIf(opinion -> opinion.by().equals(by) && utterances.contains(opinion.utterance()));
    }

    @Override
    public List<Given> opinions(String hotline) {
        return List.copyOf(opinions);
    }
}
