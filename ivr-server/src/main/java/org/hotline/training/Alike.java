package org.hotline.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline.speech.Language;
import org.hotline.understanding.Utterances;

/**
 * Puts utterances of one language together that share their telling words: those that are rare in what was said (TF-IDF, cosine). The
 * texts that came most often lead, each other one joins the leader that it is most like, if it is like enough. Pure and
 * deterministic.
 */
final class Alike {
    /** Below it two sentences rather share only "I want to"; above it those that say the same in other words stay apart. */
    private static final double ENOUGH = 0.33;

    private final Language language;
    private final int texts;
    private final Map<String, List<Utterance>> byText = new LinkedHashMap<>();
    private final Map<String, Integer> frequency = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, List<Integer>> leadersWith = new HashMap<>();

    private Alike(Language language, List<Utterance> utterances, List<String> usual) {
        this.language = language;
        this.texts = usual.size();
        usual.forEach(text -> count(Utterances.normalised(language, text)));
        for (Utterance utterance : utterances) {
            byText.computeIfAbsent(Utterances.normalised(language, utterance.text()), any -> new ArrayList<>())
                    .add(utterance);
        }
        byText.keySet().forEach(this::count);
    }

    private void count(String text) {
        telling(text).forEach(word -> frequency.merge(word, 1, Integer::sum));
    }

    /**
     * The groups, biggest first, the most typical of each first.
     *
     * @param usual what callers usually say: shows which words are rare, even if there are few utterances
     */
    static List<List<Utterance>> groups(Language language, List<Utterance> utterances, List<String> usual) {
        Alike alike = new Alike(language, utterances, usual);
        alike.byText.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<Utterance>> entry) ->
                                entry.getValue().size())
                        .reversed())
                .forEach(entry -> alike.place(entry.getKey(), entry.getValue()));
        return alike.groups.stream()
                .map(Group::members)
                .sorted(Comparator.comparingInt((List<Utterance> members) -> members.size())
                        .reversed())
                .toList();
    }

    /** A leader's words with their weights, and who joined it, with how like it they are. */
    private record Group(Map<String, Double> weights, List<Joined> joined) {
        List<Utterance> members() {
            return joined.stream()
                    .sorted(Comparator.comparingDouble(Joined::likeness).reversed())
                    .flatMap(each -> each.same().stream())
                    .toList();
        }
    }

    private record Joined(double likeness, List<Utterance> same) {}

    private void place(String text, List<Utterance> same) {
        Map<String, Double> weights = weights(text);
        double[] likeness = new double[groups.size()];
        int best = -1;
        for (Map.Entry<String, Double> word : weights.entrySet()) {
            for (int leader : leadersWith.getOrDefault(word.getKey(), List.of())) {
                likeness[leader] +=
                        word.getValue() * groups.get(leader).weights().getOrDefault(word.getKey(), 0.0);
                if (best < 0 || likeness[leader] > likeness[best]) {
                    best = leader;
                }
            }
        }
        if (best >= 0 && likeness[best] >= ENOUGH) {
            groups.get(best).joined().add(new Joined(likeness[best], same));
        } else {
            lead(weights, same);
        }
    }

    private void lead(Map<String, Double> weights, List<Utterance> same) {
        weights.keySet()
                .forEach(word -> leadersWith
                        .computeIfAbsent(word, any -> new ArrayList<>())
                        .add(groups.size()));
        List<Joined> joined = new ArrayList<>();
        joined.add(new Joined(1, same));
        groups.add(new Group(weights, joined));
    }

    /** Of length 1. */
    private Map<String, Double> weights(String text) {
        Map<String, Double> weights = new LinkedHashMap<>();
        double all = texts + byText.size();
        telling(text).forEach(word -> weights.put(word, Math.log(1 + all / frequency.getOrDefault(word, 1))));
        double length = Math.sqrt(
                weights.values().stream().mapToDouble(weight -> weight * weight).sum());
        weights.replaceAll((word, weight) -> weight / length);
        return weights;
    }

    /** Words; in Mandarin, which is written without blanks, characters and pairs of them. */
    private Set<String> telling(String text) {
        if (language != Language.MANDARIN) {
            return new LinkedHashSet<>(List.of(text.split(" ")));
        }
        Set<String> pieces = new LinkedHashSet<>();
        for (int at = 0; at < text.length(); at++) {
            pieces.add(text.substring(at, at + 1));
            pieces.add(text.substring(at, Math.min(text.length(), at + 2)));
        }
        return pieces;
    }
}
