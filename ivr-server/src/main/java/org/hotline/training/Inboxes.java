package org.hotline.training;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline.history.TalkStories;

/** Gathers what was not located. Any thread. */
final class Inboxes {
    /** Nobody labels more a second time. */
    private static final int LOOKED_AT_TWICE = 200;

    private final Hotline hotline;
    private final Labels labels;
    private final TalkStories stories;
    private final Clock clock;

    Inboxes(Hotline hotline, Labels labels, TalkStories stories, Clock clock) {
        this.hotline = hotline;
        this.labels = labels;
        this.stories = stories;
        this.clock = clock;
    }

    Inbox since(Instant since, OnAir onAir, Syllabus draft) {
        List<LocatedCall> calls = calls(since);
        Map<Utterance.Id, Labels.Given> given = standing(calls, draft);
        List<Utterance> open = calls.stream()
                .flatMap(call -> call.unlocated().stream())
                .filter(utterance -> !given.containsKey(utterance.id()))
                .toList();
        long unlocated = calls.stream().filter(call -> !call.isAccepted()).count();
        LocalDate today = LocalDate.now(clock);
        long labelledToday = given.values().stream()
                .filter(label ->
                        label.at().atZone(clock.getZone()).toLocalDate().equals(today))
                .count();
        return new Inbox(
                calls.size(),
                (int) unlocated,
                (int) labelledToday,
                located(calls),
                Day.of(calls, onAir.syllabus().tree(), clock),
                new Clusters(onAir).of(open));
    }

    /** What others have labelled, for somebody to label too without knowing how: the latest, clustered. */
    List<Cluster> again(String by, Instant since, OnAir onAir, Syllabus draft) {
        List<LocatedCall> calls = calls(since);
        Map<Utterance.Id, Labels.Given> given = standing(calls, draft);
        Set<Utterance.Id> own = labels.opinions(hotline.name()).stream()
                .filter(opinion -> opinion.by().equals(by))
                .map(Labels.Given::utterance)
                .collect(Collectors.toSet());
        List<Utterance> others = calls.reversed().stream()
                .flatMap(call -> call.unlocated().stream())
                .filter(said -> Optional.ofNullable(given.get(said.id()))
                        .filter(label -> !label.by().equals(by))
                        .isPresent())
                .filter(said -> !own.contains(said.id()))
                .limit(LOOKED_AT_TWICE)
                .toList();
        return new Clusters(onAir).of(others);
    }

    /** All labels, without those of these calls that have come to nothing. */
    private Map<Utterance.Id, Labels.Given> standing(List<LocatedCall> calls, Syllabus draft) {
        Map<Utterance.Id, Labels.Given> given = new HashMap<>(labels.all(hotline.name()));
        Taught taught = new Taught(draft);
        calls.stream().flatMap(call -> call.unlocated().stream()).forEach(said -> {
            Labels.Given label = given.get(said.id());
            if (label != null && !taught.stands(said, label.label())) {
                given.remove(said.id());
            }
        });
        return given;
    }

    private static Map<String, Inbox.Volume> located(List<LocatedCall> calls) {
        Map<String, Inbox.Volume> located = new LinkedHashMap<>();
        calls.forEach(call -> call.issue()
                .ifPresent(issue ->
                        located.merge(issue, new Inbox.Volume(1, call.isConfirmed() ? 1 : 0), Inbox.Volume::and)));
        return located;
    }

    /** All calls since then whose problem was asked for, oldest first. */
    List<LocatedCall> calls(Instant since) {
        Set<String> plans =
                hotline.plans().stream().map(plan -> plan.plan().name()).collect(Collectors.toSet());
        List<LocatedCall> calls = new ArrayList<>();
        stories.located(
                plans,
                since,
                story -> hotline.plans().stream()
                        .filter(plan -> plan.plan().name().equals(story.dialplan()))
                        .findFirst()
                        .flatMap(plan -> LocatedCall.of(story, plan.plan().language()))
                        .ifPresent(calls::add));
        return calls;
    }
}
