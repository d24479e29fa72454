package org.hotline.history;

import java.util.Map;
import org.hotline.history.CallEvent.IssueLocated;
import org.hotline.history.CallEvent.MessageTranscribed;
import org.hotline.history.CallEvent.Spoken;
import org.hotline.history.CallEvent.TurnTaken;

/** Takes what was said and keyed out of a call's story and leaves what happened. Pure. */
public final class Redaction {
    private Redaction() {}

    /** The event without words, keys and slots. */
    public static CallEvent redact(CallEvent event) {
        return switch (event) {
            case TurnTaken turn ->
                new TurnTaken(
                        turn.at(),
                        turn.offset(),
                        turn.number(),
                        turn.step(),
                        "",
                        "",
                        "",
                        turn.intent(),
                        turn.confidence(),
                        turn.bargeIn(),
                        turn.responseTime());
            case Spoken spoken -> new Spoken(spoken.at(), spoken.offset(), spoken.side(), "", spoken.confidence());
            case MessageTranscribed message ->
                new MessageTranscribed(message.at(), message.file(), "", message.confidence());
            case IssueLocated located -> new IssueLocated(located.at(), located.issue(), located.confirmed(), Map.of());
            case CallEvent other -> other;
        };
    }
}
