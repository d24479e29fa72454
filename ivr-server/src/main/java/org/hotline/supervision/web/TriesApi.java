package org.hotline.supervision.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline.history.CallEvent.Decided.Likely;
import org.hotline.speech.Language;
import org.hotline.speech.Transcript;
import org.hotline.switchboard.DecisionRecord;
import org.hotline.training.Training;
import org.hotline.training.Trial;

/** A sentence said to the version in force and to the draft, by keyboard or as sound. Nothing of it is kept. */
final class TriesApi {
    private static final int LONGEST = 500;

    private final Classroom classroom;
    private final SentSound sound;

    TriesApi(Classroom classroom, SentSound sound) {
        this.classroom = classroom;
        this.sound = sound;
    }

    List<Route> routes() {
        return List.of(
                Route.change("/api/training/{hotline}/tries", Route.TRAINERS, this::typed),
                Route.change("/api/training/{hotline}/tries/sound", Route.TRAINERS, this::spoken));
    }

    private void typed(Context request) {
        Training training = classroom.of(request).training();
        Sentence sentence = Requests.body(request, Sentence.class);
        if (sentence.text().isBlank() || sentence.text().length() > LONGEST) {
            throw Requests.bad("text must have 1 to " + LONGEST + " characters");
        }
        Language language = Classroom.language(training, sentence.language());
        request.json(tried(training, language, Transcript.of(sentence.text())));
    }

    private void spoken(Context request) throws IOException {
        Training training = classroom.of(request).training();
        Language language =
                Classroom.language(training, Requests.text(request, "language").orElse(""));
        request.json(tried(training, language, sound.heard(request, language)));
    }

    private static Tried tried(Training training, Language language, Transcript heard) {
        List<Reading> readings = heard.readings().stream()
                .map(reading -> new Reading(reading.text(), reading.probability()))
                .toList();
        if (heard.isEmpty()) {
            return new Tried(readings, List.of());
        }
        List<Side> sides = new ArrayList<>();
        sides.add(new Side(
                "in-force", training.inForce(), weighing(Classroom.told(() -> training.tried(language, heard)))));
        Classroom.told(() -> training.draft().tried(language, heard))
                .ifPresent(trial -> sides.add(new Side("draft", Optional.empty(), weighing(trial))));
        return new Tried(readings, sides);
    }

    private static Weighing weighing(Trial trial) {
        return new Weighing(
                DecisionRecord.options(trial.decision()),
                trial.issues().stream()
                        .map(near -> new Likely(near.issue(), near.probability()))
                        .toList(),
                trial.outOfScope(),
                trial.decision().entropy());
    }

    record Sentence(String language, String text) {}

    record Tried(List<Reading> heard, List<Side> sides) {}

    record Reading(String text, double probability) {}

    record Side(String side, Optional<Integer> version, Weighing weighing) {}
}
