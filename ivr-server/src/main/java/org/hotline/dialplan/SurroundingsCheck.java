package org.hotline.dialplan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hotline.audio.Frame;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.plan.SlotType;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.plan.Wording;
import org.hotline.conversation.turn.Sentences;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.Recognizer;
import org.hotline.speech.Synthesizer;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.Place;
import org.hotline.yaml.Suggestion;

/** Whether the plan fits what it will run with: its queues, its voice, its recognizer. */
final class SurroundingsCheck {
    private final Written written;
    private final Surroundings surroundings;
    private final Language language;
    private final List<Complaint> complaints = new ArrayList<>();

    SurroundingsCheck(Written written, Surroundings surroundings) {
        this.written = written;
        this.surroundings = surroundings;
        this.language = written.plan().language();
    }

    List<Complaint> complaints() {
        surroundings.queues().ifPresent(this::checkQueues);
        surroundings.voice().ifPresent(this::checkVoice);
        surroundings.recognizer().ifPresent(this::checkRecognizer);
        return complaints;
    }

    private void checkQueues(Set<String> queues) {
        for (Step step : written.plan().steps().values()) {
            if (step instanceof Step.ToQueue queue && !queues.contains(queue.queue())) {
                complaints.add(new Complaint(
                        StepPlace.of(written, step, "queue"),
                        "step \"" + step.name() + "\" leads to the queue \"" + queue.queue() + "\", which there is not",
                        Suggestion.among(queues, queue.queue())));
            }
        }
    }

    private void checkVoice(Synthesizer voice) {
        for (Step step : written.plan().steps().values()) {
            for (Wording wording : step.wordings()) {
                wording.texts().forEach(text -> checkVoice(voice, text, StepPlace.of(written, step)));
            }
        }
        written.plan().intents().forEach((name, intent) -> {
            if (!intent.called().isEmpty()) {
                checkVoice(voice, intent.called(), written.at("intents", name));
            }
        });
        for (Query query : written.plan().queries().values()) {
            query.values().values().forEach(column -> checkVoice(voice, column));
        }
        Sentences.of(language).all().forEach(text -> checkVoice(voice, text, written.at("language")));
        surroundings
                .announcements()
                .getOrDefault(language, List.of())
                .forEach(text -> checkVoice(voice, text, written.at("language")));
        checkVoice(voice, new Piece.Digits("0123456789"), "a number", written.at("language"));
    }

    private void checkVoice(Synthesizer voice, Query.Column column) {
        Place place = written.at("steps");
        switch (column) {
            case Query.Column.Text texts -> texts.texts().forEach(text -> checkVoice(voice, text, place));
            case Query.Column.Digits digits -> {} // asked of every plan
            case Query.Column.Names names -> {} // never said
            case Query.Column.Count count -> checkVoice(voice, new Piece.Count(21), "a count", place);
            case Query.Column.Amount amount ->
                checkVoice(
                        voice, new Piece.Amount(2_105, amount.currency()), "an amount in " + amount.currency(), place);
            case Query.Column.Date date ->
                checkVoice(voice, new Piece.Date(LocalDate.of(2026, 12, 31)), "a date", place);
        }
    }

    private void checkVoice(Synthesizer voice, String text, Place place) {
        checkVoice(voice, new Piece.Text(text), "\"" + text + "\"", place);
    }

    private void checkVoice(Synthesizer voice, Piece piece, String what, Place place) {
        if (voice.speak(language, List.of(piece), Frame.TELEPHONE_RATE).isEmpty()) {
            complaints.add(new Complaint(
                    place, "nothing here can speak " + what, "run hotline prompts render, or install a voice"));
        }
    }

    private void checkRecognizer(Recognizer recognizer) {
        if (!recognizer.languages().contains(language)) {
            complaints.add(new Complaint(
                    written.at("language"),
                    "no speech model for " + language.tag() + " is installed",
                    "run hotline models fetch " + language.tag()));
            return;
        }
        written.plan()
                .intents()
                .forEach((name, intent) -> intent.examples()
                        .forEach(example -> checkWords(
                                recognizer, example, "intent \"" + name + "\"", written.at("intents", name))));
        written.plan()
                .operator()
                .ifPresent(operator -> operator.words()
                        .forEach(words ->
                                checkWords(recognizer, words, "the operator's way", written.at("operator", "words"))));
        for (Step step : written.plan().steps().values()) {
            if (step instanceof Step.Collect collect && collect.as() instanceof SlotType.OneOf oneOf) {
                oneOf.options()
                        .forEach(option -> checkWords(
                                recognizer, option, "step \"" + step.name() + "\"", StepPlace.of(written, step, "as")));
            }
        }
    }

    private void checkWords(Recognizer recognizer, String phrase, String what, Place place) {
        new Hearing(recognizer, language).complaint(what, phrase, place).ifPresent(complaints::add);
    }
}
