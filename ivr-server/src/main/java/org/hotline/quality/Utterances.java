package org.hotline.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.CallEvent.MessageTranscribed;
import org.hotline.history.CallEvent.Spoken;
import org.hotline.history.CallEvent.TurnTaken;
import org.hotline.quality.TranscriptSearch.Utterance;

/** What was said in a call, taken from its events. Pure; keys are not words and are left out. */
public final class Utterances {
    private static final List<String> SIDES = List.of("bot", "caller", "agent");
    private static final Duration LATEST = Duration.ofDays(1);

    private Utterances() {}

    /** What this event says; mostly nothing. The same event always gives the same numbers. */
    public static List<Utterance> of(CallId call, CallEvent event) {
        return switch (event) {
            case TurnTaken turn -> of(call, turn);
            case Spoken spoken -> said(call, spoken.at(), spoken.offset(), spoken.side(), spoken.text());
            case MessageTranscribed message -> said(call, message.at(), LATEST, "caller", message.text());
            case CallEvent ignored -> List.of();
        };
    }

    private static List<Utterance> of(CallId call, TurnTaken turn) {
        List<Utterance> both = new ArrayList<>(said(call, turn.at(), turn.offset(), "bot", turn.prompt()));
        both.addAll(said(call, turn.at(), turn.offset(), "caller", turn.heard()));
        return both;
    }

    private static List<Utterance> said(CallId call, Instant at, Duration offset, String side, String text) {
        return text.isBlank() ? List.of() : List.of(new Utterance(call, number(offset, side), at, offset, side, text));
    }

    /** Unique in a call and in the order of time: no side says two things in the same millisecond. */
    private static int number(Duration offset, String side) {
        return (int) Math.min(offset.toMillis(), LATEST.toMillis()) * (SIDES.size() + 1) + 1 + SIDES.indexOf(side);
    }
}
