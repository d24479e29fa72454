package org.hotline.supervision.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.access.AuditLog.Action;
import org.hotline.training.Training;
import org.hotline.training.Version;

/** What was learnt: made, looked at, put in force, taken back. */
final class VersionsApi {
    private static final int LONGEST = 200;

    private final Classroom classroom;
    private final Audit audit;

    VersionsApi(Classroom classroom, Audit audit) {
        this.classroom = classroom;
        this.audit = audit;
    }

    List<Route> routes() {
        String one = "/api/training/{hotline}";
        return List.of(
                Route.change(one + "/train", Route.TRAINERS, this::train),
                Route.change(one + "/rollback", Route.TRAINERS, this::rollBack),
                Route.read(one + "/versions", Route.TRAINERS, this::list),
                Route.read(one + "/versions/{version}", Route.TRAINERS, this::look),
                Route.change(one + "/versions/{version}/publish", Route.TRAINERS, this::publish));
    }

    private void train(Context request) {
        Training training = classroom.of(request).training();
        String why = Requests.body(request, Train.class).why();
        if (why.length() > LONGEST) {
            throw Requests.bad("why must have " + LONGEST + " characters at the most");
        }
        Classroom.told(() -> {
            training.train(new Training.Request(user(request), why.strip(), Optional.empty()));
            return training;
        });
        audit.write(request, Action.TRAINED, training.hotline().name(), why);
        request.status(HttpStatus.ACCEPTED);
    }

    private void list(Context request) {
        Training training = classroom.of(request).training();
        request.json(Map.of(
                "versions",
                training.versions().reversed().stream()
                        .map(version -> VersionView.of(training, version))
                        .toList()));
    }

    private void look(Context request) {
        Training training = classroom.of(request).training();
        Version version = version(training, request);
        request.json(new Detail(
                VersionView.of(training, version),
                ReportView.of(version.report()),
                ChangesView.of(Classroom.told(() -> training.changes(version.number())))));
    }

    private void publish(Context request) {
        Training training = classroom.of(request).training();
        Version version = version(training, request);
        List<String> obstacles = Classroom.told(() -> training.publish(version.number(), user(request)));
        if (!obstacles.isEmpty()) {
            throw new Problem(
                    Problem.Code.NOT_PUBLISHABLE,
                    String.join("; ", obstacles),
                    "teach what is named, learn the draft, then publish that version");
        }
        audit.write(request, Action.PUBLISHED, training.hotline().name(), Integer.toString(version.number()));
        request.status(HttpStatus.NO_CONTENT);
    }

    private void rollBack(Context request) {
        Training training = classroom.of(request).training();
        Optional<Integer> to = Requests.body(request, Rollback.class).version();
        Optional<Integer> now = Classroom.told(() -> training.rollBack(to, user(request)));
        audit.write(
                request,
                Action.ROLLED_BACK,
                training.hotline().name(),
                now.map(String::valueOf).orElse("as written in the plans"));
        request.status(HttpStatus.NO_CONTENT);
    }

    private static String user(Context request) {
        return Gate.required(request).user().name();
    }

    private static Version version(Training training, Context request) {
        return training.versions().stream()
                .filter(version -> Integer.toString(version.number()).equals(request.pathParam("version")))
                .findFirst()
                .orElseThrow(() -> Classroom.noSuch("version"));
    }

    record Train(String why) {}

    record Rollback(Optional<Integer> version) {}

    record Detail(VersionView version, ReportView report, ChangesView changes) {}
}
