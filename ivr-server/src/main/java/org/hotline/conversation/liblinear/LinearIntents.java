package org.hotline.conversation.liblinear;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hotline.conversation.Dialplan;
import org.hotline.conversation.IntentClassifier;
import org.hotline.conversation.Understanding;
import org.hotline.speech.Language;

/**
 * Understands by comparing with the plan's examples: a linear classifier over n-grams, with a class of its own for what no
 * plan understands. An utterance that is an example word for word is that example's intent, whatever the classifier says.
 */
public final class LinearIntents implements IntentClassifier {
    private final Ngrams ngrams;
    private final LinearModel model;
    private final Calibration calibration;
    private final Map<String, String> exact = new HashMap<>();

    private LinearIntents(Ngrams ngrams, List<Example> examples, List<Example> withNothing) {
        this.ngrams = ngrams;
        this.calibration = Calibration.of(ngrams, withNothing);
        this.model = new LinearModel(ngrams, withNothing);
        examples.forEach(example -> exact.putIfAbsent(ngrams.normalised(example.text()), example.intent()));
    }

    /** Learns the intents of a plan; takes well under a second for a few hundred examples. */
    public static LinearIntents trainedFor(Dialplan plan) {
        List<Example> examples = new ArrayList<>();
        plan.intents()
                .forEach((name, intent) -> intent.examples().forEach(text -> examples.add(new Example(text, name))));
        List<Example> withNothing = new ArrayList<>(examples);
        outOfScope(plan.language()).forEach(text -> withNothing.add(new Example(text, Example.NOTHING)));
        return new LinearIntents(new Ngrams(plan.language()), examples, withNothing);
    }

    @Override
    public Understanding understand(String text, Set<String> among) {
        String same = exact.get(ngrams.normalised(text));
        if (same != null) {
            Understanding.Ranked certain = new Understanding.Ranked(same, 1);
            return among.contains(same)
                    ? new Understanding.Match(same, 1, List.of(certain))
                    : new Understanding.NoMatch(List.of());
        }
        List<Understanding.Ranked> all = ranking(text);
        List<Understanding.Ranked> possible =
                all.stream().filter(ranked -> among.contains(ranked.intent())).toList();
        return likeliest(all)
                .filter(best -> best.probability() >= calibration.threshold() && among.contains(best.intent()))
                .<Understanding>map(best -> new Understanding.Match(best.intent(), best.probability(), possible))
                .orElseGet(() -> new Understanding.NoMatch(possible));
    }

    private static Optional<Understanding.Ranked> likeliest(List<Understanding.Ranked> ranking) {
        return ranking.isEmpty() ? Optional.empty() : Optional.of(ranking.getFirst());
    }

    private List<Understanding.Ranked> ranking(String text) {
        List<Double> scores = model.scores(text);
        if (scores.isEmpty()) {
            return List.of();
        }
        List<Double> probabilities = calibration.probabilities(scores);
        List<Understanding.Ranked> ranking = new ArrayList<>();
        for (int i = 0; i < probabilities.size(); i++) {
            ranking.add(new Understanding.Ranked(model.intents().get(i), probabilities.get(i)));
        }
        ranking.sort(
                Comparator.comparingDouble(Understanding.Ranked::probability).reversed());
        return ranking;
    }

    private static List<String> outOfScope(Language language) {
        String file = "out-of-scope-" + language.tag() + ".txt";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LinearIntents.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
