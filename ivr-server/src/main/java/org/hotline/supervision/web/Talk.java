package org.hotline.supervision.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline.history.CallEvent;

/**
 * What was said in a call, line by line, from its events: prompts, answers and the speech after the bridge.
 *
 * <p>A turn is stored with the beginning of its prompt and its end. Where in between the caller began to speak is reckoned
 * from the end backwards: the response time, then the words at the usual speed of speech.
 */
final class Talk {
    /** About four syllables a second in Mandarin, about fifteen letters a second in English; half a second a key. */
    private static final long MILLIS_PER_HAN = 240;

    private static final long MILLIS_PER_LETTER = 70;
    private static final long MILLIS_PER_KEY = 500;

    private final List<Line> lines = new ArrayList<>();
    private Optional<Instant> answeredAt = Optional.empty();

    private Talk() {}

    /** The lines in order of playing. */
    static List<Line> of(List<CallEvent> events) {
        Talk talk = new Talk();
        for (CallEvent event : events) {
            if (event instanceof CallEvent.Answered answered) {
                talk.answeredAt = Optional.of(answered.at());
            } else if (event instanceof CallEvent.TurnTaken turn) {
                talk.add(turn);
            } else if (event instanceof CallEvent.Spoken spoken) {
                talk.add(spoken);
            }
        }
        return List.copyOf(talk.lines);
    }

    private void add(CallEvent.TurnTaken turn) {
        boolean answered = !turn.heard().isEmpty() || !turn.keys().isEmpty();
        Turn details = new Turn(
                turn.number(),
                turn.step(),
                turn.heard().isEmpty() ? turn.keys().isEmpty() ? "silence" : "keys" : "speech",
                Optional.of(turn.intent()).filter(intent -> !intent.isEmpty()),
                turn.bargeIn().map(Duration::toMillis),
                turn.responseTime().map(Duration::toMillis));
        long offset = turn.offset().toMillis();
        lines.add(new Line(
                lines.size() + 1,
                "bot",
                offset,
                turn.prompt(),
                Optional.empty(),
                answered ? Optional.empty() : Optional.of(details),
                Optional.empty()));
        if (answered) {
            lines.add(new Line(
                    lines.size() + 1,
                    "caller",
                    Math.max(offset, answerOffset(turn)),
                    turn.heard(),
                    Optional.of(turn.keys()).filter(keys -> !keys.isEmpty()),
                    Optional.of(details),
                    Optional.of(turn.confidence())));
        }
    }

    /** How long it takes to say this at the usual speed, in milliseconds. */
    static long speaking(String words) {
        return words.codePoints()
                .mapToLong(c -> Character.isIdeographic(c) ? MILLIS_PER_HAN : MILLIS_PER_LETTER)
                .sum();
    }

    private long answerOffset(CallEvent.TurnTaken turn) {
        long end = answeredAt
                .map(zero -> Duration.between(zero, turn.at()).toMillis())
                .orElse(0L);
        long speaking = speaking(turn.heard()) + turn.keys().length() * MILLIS_PER_KEY;
        return end - turn.responseTime().map(Duration::toMillis).orElse(0L) - speaking;
    }

    private void add(CallEvent.Spoken spoken) {
        lines.add(new Line(
                lines.size() + 1,
                spoken.side(),
                spoken.offset().toMillis(),
                spoken.text(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(spoken.confidence())));
    }

    record Line(
            int number,
            String side,
            long offsetMs,
            String text,
            Optional<String> keys,
            Optional<Turn> turn,
            Optional<Double> confidence) {}

    record Turn(
            int number,
            String step,
            String answer,
            Optional<String> intent,
            Optional<Long> bargeInMs,
            Optional<Long> responseMs) {}
}
