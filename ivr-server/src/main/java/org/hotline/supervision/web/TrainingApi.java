package org.hotline.supervision.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.access.AuditLog.Action;
import org.hotline.training.Cluster;
import org.hotline.training.Label;
import org.hotline.training.Labels;
import org.hotline.training.Training;
import org.hotline.training.Utterance;

/** What trainers see of a hotline, and what they say about utterances that were not located. */
final class TrainingApi {
    private static final int CLUSTERS = 50;
    private static final int MOST_CLUSTERS = 200;
    private static final int MOST_ITEMS = 200;

    private final Classroom classroom;
    private final Audit audit;
    private final Holds holds = new Holds();

    TrainingApi(Classroom classroom, Audit audit) {
        this.classroom = classroom;
        this.audit = audit;
    }

    List<Route> routes() {
        String one = "/api/training/{hotline}";
        return List.of(
                Route.read(
                        "/api/training",
                        Route.TRAINERS,
                        request -> request.json(Map.of("hotlines", classroom.hotlines()))),
                Route.read(one, Route.TRAINERS, this::desk),
                Route.read(one + "/inbox", Route.TRAINERS, this::inbox),
                Route.change(one + "/holds", Route.TRAINERS, this::hold),
                Route.change(one + "/labels", Route.TRAINERS, this::label),
                Route.change(one + "/labels/undo", Route.TRAINERS, this::takeBack));
    }

    private void desk(Context request) {
        Classroom.Lectern lectern = classroom.of(request);
        request.json(Classroom.told(
                () -> TrainingView.of(lectern.training(), lectern.inbox().now())));
    }

    private void inbox(Context request) {
        InboxAtHand inbox = classroom.of(request).inbox();
        List<Cluster> clusters =
                Requests.text(request, "again").filter("true"::equals).isPresent()
                        ? inbox.again(Gate.required(request).user().name())
                        : inbox.now().clusters();
        int total =
                clusters.stream().mapToInt(cluster -> cluster.members().size()).sum();
        request.json(new InboxView(
                total,
                clusters.stream()
                        .limit(Requests.number(request, "limit", CLUSTERS, MOST_CLUSTERS))
                        .map(ClusterView::of)
                        .toList()));
    }

    private void hold(Context request) {
        String hotline = classroom.of(request).training().hotline().name();
        HashSet<String> things = new HashSet<>();
        items(Requests.body(request, Items.class).items()).forEach(item -> things.add(hotline + " " + item));
        String holder = Gate.required(request).user().displayName();
        request.json(Map.of("others", holds.take(holder, things)));
    }

    private void label(Context request) {
        Classroom.Lectern lectern = classroom.of(request);
        NewLabel wanted = Requests.body(request, NewLabel.class);
        List<Utterance> utterances = lectern.inbox().named(items(wanted.items()));
        Label label = wanted.label(lectern.training());
        String by = Gate.required(request).user().name();
        List<Labels.Given> earlier =
                Classroom.told(() -> lectern.training().draft().label(by, utterances, label));
        lectern.inbox().leave(utterances);
        audit.write(
                request,
                Action.LABELLED,
                lectern.training().hotline().name(),
                (utterances.size() - earlier.size()) + " as " + label.written());
        request.json(Labelled.of(utterances, earlier));
    }

    private void takeBack(Context request) {
        Classroom.Lectern lectern = classroom.of(request);
        List<Utterance> utterances =
                lectern.inbox().named(items(Requests.body(request, Items.class).items()));
        String by = Gate.required(request).user().name();
        Classroom.told(() -> {
            lectern.training().draft().unlabel(by, utterances);
            return utterances;
        });
        lectern.inbox().forget();
        audit.write(
                request, Action.UNLABELLED, lectern.training().hotline().name(), Integer.toString(utterances.size()));
        request.status(HttpStatus.NO_CONTENT);
    }

    private static List<String> items(List<String> named) {
        if (named.isEmpty() || named.size() > MOST_ITEMS) {
            throw Requests.bad("items must name 1 to " + MOST_ITEMS + " utterances");
        }
        return named;
    }

    record Items(List<String> items) {}

    /** @param issue with {@code as} issue */
    record NewLabel(List<String> items, String as, Optional<String> issue) {
        Label label(Training training) {
            if (as.equals("issue")) {
                String name = issue.orElseThrow(() -> Requests.bad("issue is missing"));
                if (!training.draft().syllabus().tree().issues().containsKey(name)) {
                    throw Classroom.noSuch("issue in the draft");
                }
                return new Label.About(name);
            }
            return Label.of("*" + as)
                    .orElseThrow(() -> Requests.bad("as must be one of issue, noise, other-language, ignore"));
        }
    }

    record Labelled(List<String> labelled, List<Taken> taken) {
        static Labelled of(List<Utterance> wanted, List<Labels.Given> earlier) {
            List<Taken> taken = earlier.stream()
                    .map(given -> new Taken(
                            InboxAtHand.name(given.utterance()),
                            given.by(),
                            given.label().written()))
                    .toList();
            List<String> labelled = wanted.stream()
                    .map(utterance -> InboxAtHand.name(utterance.id()))
                    .filter(name ->
                            taken.stream().noneMatch(other -> other.item().equals(name)))
                    .toList();
            return new Labelled(labelled, taken);
        }
    }

    record Taken(String item, String by, String label) {}

    record InboxView(int total, List<ClusterView> clusters) {}

    record ClusterView(String id, String language, List<Cluster.Near> nearest, List<Item> items) {
        static ClusterView of(Cluster cluster) {
            return new ClusterView(
                    InboxAtHand.name(cluster.id()),
                    cluster.language().tag(),
                    cluster.nearest(),
                    cluster.members().stream().limit(MOST_ITEMS).map(Item::of).toList());
        }
    }

    record Item(
            String id,
            String text,
            Instant at,
            String callId,
            long offsetMs,
            String before,
            String after,
            Optional<String> takenFor) {
        static Item of(Utterance said) {
            return new Item(
                    InboxAtHand.name(said.id()),
                    said.text(),
                    said.at(),
                    said.id().call().text(),
                    said.offset().toMillis(),
                    said.prompt(),
                    said.next(),
                    said.takenFor());
        }
    }
}
