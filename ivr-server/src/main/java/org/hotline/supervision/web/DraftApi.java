package org.hotline.supervision.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.hotline.access.AuditLog.Action;
import org.hotline.training.TakenOver;
import org.hotline.training.Training;

/** The draft as a whole: thrown away, or brought together with what was changed by hand in the plans' tree. */
final class DraftApi {
    private final Classroom classroom;
    private final Audit audit;

    DraftApi(Classroom classroom, Audit audit) {
        this.classroom = classroom;
        this.audit = audit;
    }

    List<Route> routes() {
        String one = "/api/training/{hotline}/draft";
        return List.of(
                Route.change(one + "/discard", Route.TRAINERS, this::discard),
                Route.change(one + "/take-over", Route.TRAINERS, this::takeOver));
    }

    private void discard(Context request) {
        Classroom.Lectern lectern = classroom.of(request);
        Classroom.told(() -> {
            lectern.training().draft().discard();
            return lectern;
        });
        lectern.inbox().forget();
        audit.write(request, Action.CHANGED_ISSUES, lectern.training().hotline().name(), "threw the draft away");
        request.status(HttpStatus.NO_CONTENT);
    }

    private void takeOver(Context request) {
        Training training = classroom.of(request).training();
        List<TakenOver.Conflict> conflicts =
                Classroom.told(() -> training.draft().takeOver());
        audit.write(request, Action.CHANGED_ISSUES, training.hotline().name(), "took issues.yaml over");
        request.json(
                Map.of("conflicts", conflicts.stream().map(ConflictView::of).toList()));
    }

    record ConflictView(String kind, String name) {
        static ConflictView of(TakenOver.Conflict conflict) {
            return new ConflictView(Words.of(conflict.kind()), conflict.name());
        }
    }
}
