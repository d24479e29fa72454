package org.hotline.supervision.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hotline.issue.Group;
import org.hotline.issue.InLanguages;
import org.hotline.issue.Issue;
import org.hotline.speech.Language;
import org.hotline.training.Agreement;
import org.hotline.training.ByHand;
import org.hotline.training.Day;
import org.hotline.training.Draft;
import org.hotline.training.Inbox;
import org.hotline.training.Job;
import org.hotline.training.Refused;
import org.hotline.training.Syllabus;
import org.hotline.training.Training;

/** A hotline's desk as the contract wants it. */
record TrainingView(
        String hotline,
        List<String> languages,
        List<GroupView> groups,
        List<IssueView> issues,
        int calls,
        int unlocated,
        int labelledToday,
        List<Day> days,
        int draftChanges,
        List<String> problems,
        ByHandView byHand,
        Agreement agreement,
        Optional<VersionView> inForce,
        Optional<JobView> job) {

    static TrainingView of(Training training, Inbox inbox) {
        Syllabus draft = training.draft().syllabus();
        return new TrainingView(
                training.hotline().name(),
                Classroom.languages(training).stream().map(Language::tag).toList(),
                draft.tree().groups().values().stream().map(GroupView::of).toList(),
                draft.tree().issues().values().stream()
                        .map(issue -> IssueView.of(issue, inbox.located()))
                        .toList(),
                inbox.calls(),
                inbox.unlocated(),
                inbox.labelledToday(),
                inbox.days(),
                training.draft().changes(),
                training.draft().problems(),
                ByHandView.of(training.draft()),
                training.agreement(),
                VersionView.inForce(training),
                JobView.of(training.job()));
    }

    /** What was changed by hand in the plans' tree; nothing can be counted if that cannot be read. */
    record ByHandView(int notInDraft, int notInForce, Optional<String> trouble) {
        static ByHandView of(Draft draft) {
            try {
                ByHand changes = draft.byHand();
                return new ByHandView(changes.notInDraft(), changes.notInForce(), Optional.empty());
            } catch (Refused unreadable) {
                return new ByHandView(0, 0, Optional.ofNullable(unreadable.getMessage()));
            }
        }
    }

    record GroupView(String name, List<String> path, Map<String, String> called) {
        static GroupView of(Group group) {
            return new GroupView(group.name(), group.path(), byLanguage(group.called()));
        }
    }

    record IssueView(
            String name,
            List<String> path,
            Map<String, String> called,
            String initials,
            int utterances,
            int calls,
            int confirmed) {
        static IssueView of(Issue issue, Map<String, Inbox.Volume> located) {
            Inbox.Volume volume = located.getOrDefault(issue.name(), Inbox.Volume.NONE);
            return new IssueView(
                    issue.name(),
                    issue.path(),
                    byLanguage(issue.called()),
                    Initials.of(issue.called().in(Language.MANDARIN, "")),
                    issue.utterances().by().values().stream()
                            .mapToInt(List::size)
                            .sum(),
                    volume.calls(),
                    volume.confirmed());
        }
    }

    /** The learning that goes on, or the last one. */
    sealed interface JobView {
        record Running(String state, String by, Instant at, String stage, int done, int of) implements JobView {}

        record Done(String state, String by, Instant at, int version) implements JobView {}

        record Failed(String state, String by, Instant at, String trouble) implements JobView {}

        record Lost(String state, String by, Instant at, String why) implements JobView {}

        static Optional<JobView> of(Job job) {
            return switch (job) {
                case Job.None none -> Optional.empty();
                case Job.Running going ->
                    Optional.of(
                            new Running("running", going.by(), going.since(), going.stage(), going.done(), going.of()));
                case Job.Done done ->
                    Optional.of(new Done(
                            "done",
                            done.version().by(),
                            done.version().made(),
                            done.version().number()));
                case Job.Failed failed -> Optional.of(new Failed("failed", failed.by(), failed.at(), failed.why()));
                case Job.Lost lost ->
                    Optional.of(new Lost(
                            "lost",
                            lost.begun().by(),
                            lost.begun().at(),
                            lost.begun().why()));
            };
        }
    }

    static Map<String, String> byLanguage(InLanguages<String> names) {
        return names.by().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().tag(), Map.Entry::getValue));
    }
}
