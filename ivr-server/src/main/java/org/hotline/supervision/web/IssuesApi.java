package org.hotline.supervision.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.access.AuditLog.Action;
import org.hotline.issue.Group;
import org.hotline.issue.InForce;
import org.hotline.issue.InLanguages;
import org.hotline.issue.Issue;
import org.hotline.issue.Outcome;
import org.hotline.issue.Trust;
import org.hotline.speech.Language;
import org.hotline.training.Edit;
import org.hotline.training.Inbox;
import org.hotline.training.Training;

/** The draft's issues: one more, one looked at, merged, moved, split. */
final class IssuesApi {
    private static final int LONGEST = 500;

    private final Classroom classroom;
    private final Audit audit;

    IssuesApi(Classroom classroom, Audit audit) {
        this.classroom = classroom;
        this.audit = audit;
    }

    List<Route> routes() {
        String one = "/api/training/{hotline}";
        return List.of(
                Route.change(one + "/issues", Route.TRAINERS, this::add),
                Route.read(one + "/issues/{issue}", Route.TRAINERS, this::look),
                Route.change(
                        one + "/issues/{issue}/utterances",
                        Route.TRAINERS,
                        request -> change(request, Edit.AddUtterance::new)),
                Route.change(
                        one + "/issues/{issue}/utterances/remove",
                        Route.TRAINERS,
                        request -> change(request, Edit.RemoveUtterance::new)),
                Route.change(one + "/changes", Route.TRAINERS, this::change));
    }

    private void add(Context request) {
        Training training = classroom.of(request).training();
        NewIssue wanted = Requests.body(request, NewIssue.class);
        make(request, training, new Edit.NewIssue(issue(training, wanted.name(), wanted.group(), wanted.called())));
        request.status(HttpStatus.NO_CONTENT);
    }

    private void look(Context request) {
        Issue issue = issue(classroom.of(request).training(), request.pathParam("issue"));
        List<Said> said = new ArrayList<>();
        for (Language language : Language.values()) {
            issue.utterances().in(language, List.of()).forEach(text -> said.add(new Said(language.tag(), text)));
        }
        request.json(new Detail(issue.name(), TrainingView.byLanguage(issue.called()), said));
    }

    /** An edit of what callers say who have an issue. */
    private interface Saying {
        Edit of(String issue, Language language, String text);
    }

    private void change(Context request, Saying saying) {
        Training training = classroom.of(request).training();
        Said said = said(request);
        make(
                request,
                training,
                saying.of(
                        issue(training, request.pathParam("issue")).name(),
                        Classroom.language(training, said.language()),
                        said.text()));
        request.status(HttpStatus.NO_CONTENT);
    }

    private static Said said(Context request) {
        Said said = Requests.body(request, Said.class);
        if (said.text().isBlank() || said.text().length() > LONGEST) {
            throw Requests.bad("text must have 1 to " + LONGEST + " characters");
        }
        return said;
    }

    private void change(Context request) {
        Classroom.Lectern lectern = classroom.of(request);
        Change wanted = Requests.body(request, Change.class);
        issue(lectern.training(), wanted.issue());
        Edit edit = edit(lectern.training(), wanted);
        int moved = Classroom.told(() -> lectern.training().draft().preview(edit)).moved().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        int calls = lectern.inbox()
                .now()
                .located()
                .getOrDefault(wanted.issue(), Inbox.Volume.NONE)
                .calls();
        if (!wanted.preview()) {
            make(request, lectern.training(), edit);
            lectern.inbox().forget();
        }
        request.json(new Effect(moved, calls));
    }

    private static Edit edit(Training training, Change wanted) {
        return switch (wanted.kind()) {
            case "merge" ->
                new Edit.Merge(
                        List.of(wanted.issue()), wanted.into().orElseThrow(() -> Requests.bad("into is missing")));
            case "remove" -> new Edit.RemoveIssue(wanted.issue());
            case "move" -> new Edit.Move(wanted.issue(), path(training, wanted.group()));
            case "split" ->
                new Edit.Split(
                        wanted.issue(),
                        issue(
                                training,
                                wanted.name().orElseThrow(() -> Requests.bad("name is missing")),
                                wanted.group(),
                                wanted.called().orElse(Map.of())),
                        wanted.utterances().orElseThrow(() -> Requests.bad("utterances is missing")));
            default -> throw Requests.bad("kind must be one of merge, move, split, remove");
        };
    }

    private void make(Context request, Training training, Edit edit) {
        Classroom.told(() -> training.draft().edit(edit));
        audit.write(request, Action.CHANGED_ISSUES, training.hotline().name(), inWords(edit));
    }

    private static String inWords(Edit edit) {
        return switch (edit) {
            case Edit.NewIssue added -> "new " + added.issue().name();
            case Edit.Merge merge -> "merge " + String.join(" ", merge.issues()) + " into " + merge.into();
            case Edit.Move move -> "move " + move.issue() + " to /" + String.join("/", move.path());
            case Edit.Split split -> "split " + split.part().name() + " off " + split.issue();
            case Edit.AddUtterance add -> "one more utterance for " + add.issue();
            case Edit.RemoveUtterance gone -> "one utterance less for " + gone.issue();
            case Edit.AddStranger other -> other.toString();
            case Edit.RemoveStranger other -> other.toString();
            case Edit.ChangeIssue other -> other.toString();
            case Edit.RemoveIssue gone -> "remove " + gone.issue();
            case Edit.NewGroup other -> other.toString();
        };
    }

    private static Issue issue(Training training, String name) {
        return Optional.ofNullable(training.draft().syllabus().tree().issues().get(name))
                .orElseThrow(() -> Classroom.noSuch("issue in the draft"));
    }

    /** Until its author writes an answer, people take its calls. */
    private static Issue issue(Training training, String name, Optional<String> group, Map<String, String> called) {
        Map<Language, String> names = new LinkedHashMap<>();
        called.forEach((tag, text) -> names.put(Classroom.language(training, tag), text.strip()));
        return new Issue(
                name,
                path(training, group),
                new InLanguages<>(names),
                new InLanguages<>(Map.of()),
                Map.of(),
                new Outcome.Agents(Optional.empty()),
                Trust.BY_A_PERSON,
                0,
                InForce.ALWAYS);
    }

    private static List<String> path(Training training, Optional<String> name) {
        if (name.isEmpty()) {
            return List.of();
        }
        Group group = Optional.ofNullable(
                        training.draft().syllabus().tree().groups().get(name.get()))
                .orElseThrow(() -> Classroom.noSuch("group in the draft"));
        List<String> path = new ArrayList<>(group.path());
        path.add(group.name());
        return path;
    }

    record NewIssue(String name, Optional<String> group, Map<String, String> called) {}

    record Change(
            String kind,
            String issue,
            boolean preview,
            Optional<String> into,
            Optional<String> group,
            Optional<String> name,
            Optional<Map<String, String>> called,
            Optional<List<String>> utterances) {}

    record Effect(int utterances, int calls) {}

    record Detail(String name, Map<String, String> called, List<Said> utterances) {}

    record Said(String language, String text) {}
}
