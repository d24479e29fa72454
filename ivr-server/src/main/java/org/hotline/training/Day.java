package org.hotline.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hotline.issue.IssueTree;
import org.hotline.speech.Language;
import org.hotline.understanding.Utterances;

/**
 * What became of one day's calls, and how far what callers said has drifted from what the tree knows.
 *
 * @param day in the business time zone
 * @param calls how many asked what they are about
 * @param unlocated how many of them did not come to an issue that the caller said yes to, or at least heard
 * @param words how many were said to the open question; in Mandarin pairs of characters
 * @param unknown how many of these no utterance of the tree has
 */
public record Day(LocalDate day, int calls, int unlocated, int words, int unknown) {
    private Day and(Day more) {
        return new Day(day, calls + more.calls, unlocated + more.unlocated, words + more.words, unknown + more.unknown);
    }

    /** The days on which somebody called, oldest first. */
    static List<Day> of(List<LocatedCall> calls, IssueTree tree, Clock clock) {
        Map<Language, Set<String>> known = new TreeMap<>();
        tree.issues()
                .values()
                .forEach(issue -> issue.utterances()
                        .by()
                        .forEach((language, texts) ->
                                texts.forEach(text -> known.computeIfAbsent(language, any -> new HashSet<>())
                                        .addAll(words(language, text)))));
        Map<LocalDate, Day> days = new TreeMap<>();
        for (LocatedCall call : calls) {
            Day one = of(call, known, clock);
            days.merge(one.day(), one, Day::and);
        }
        return List.copyOf(days.values());
    }

    private static Day of(LocatedCall call, Map<Language, Set<String>> known, Clock clock) {
        List<String> said = call.said()
                .map(utterance -> words(utterance.language(), utterance.text()))
                .orElse(List.of());
        Set<String> usual = call.said()
                .map(utterance -> known.getOrDefault(utterance.language(), Set.of()))
                .orElse(Set.of());
        return new Day(LocalDate.ofInstant(call.at(), clock.getZone()), 1, call.isAccepted() ? 0 : 1, said.size(), (int)
                said.stream().filter(word -> !usual.contains(word)).count());
    }

    /** Mandarin is written without blanks. */
    private static List<String> words(Language language, String text) {
        String normalised = Utterances.normalised(language, text);
        if (normalised.isEmpty()) {
            return List.of();
        }
        return switch (language) {
            case ENGLISH -> List.of(normalised.split(" "));
            case MANDARIN ->
                IntStream.range(0, Math.max(1, normalised.length() - 1))
                        .mapToObj(at -> normalised.substring(at, Math.min(normalised.length(), at + 2)))
                        .toList();
        };
    }
}
