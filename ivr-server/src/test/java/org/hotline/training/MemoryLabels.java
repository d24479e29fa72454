package org.hotline.training;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Labels of one hotline, in memory. */
public final class MemoryLabels implements Labels {
    private final Map<Utterance.Id, Given> all = new ConcurrentHashMap<>();

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
}
