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
import org.hotline.training.Inbox;
import org.hotline.training.Job;
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
        int draftChanges,
        List<String> problems,
        Optional<VersionView> inForce,
        Optional<JobView> job) {

    static TrainingView of(Training training, Inbox inbox) {
        Syllabus draft = training.draft();
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
                training.changes(),
                training.problems(),
                VersionView.inForce(training),
                JobView.of(training.job()));
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
            };
        }
    }

    static Map<String, String> byLanguage(InLanguages<String> names) {
        return names.by().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().tag(), Map.Entry::getValue));
    }
}
