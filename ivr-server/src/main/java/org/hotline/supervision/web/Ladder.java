package org.hotline.supervision.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.call.Call;
import org.hotline.conversation.lookup.TrustScore;
import org.hotline.history.CallEvent;

/**
 * A call's story as arrows between four lifelines (caller, hotline, queue, agent), in order of happening: sorted by
 * time, and in the order they were stored when the times are equal, so that an answer never stands above its question.
 */
final class Ladder {
    private static final String CALLER = "caller";
    private static final String HOTLINE = "hotline";
    private static final String QUEUE = "queue";
    private static final String AGENT = "agent";

    private Ladder() {}

    static List<Rung> of(List<CallEvent> events, Optional<Instant> answeredAt) {
        List<CallEvent> ordered = new ArrayList<>(events);
        ordered.sort((one, other) -> one.at().compareTo(other.at()));
        List<Rung> rungs = new ArrayList<>(ordered.size());
        for (CallEvent event : ordered) {
            Arrow arrow = arrow(event);
            rungs.add(new Rung(
                    rungs.size() + 1,
                    event.at(),
                    answeredAt.map(zero -> Duration.between(zero, event.at()).toMillis()),
                    arrow.lane,
                    arrow.kind,
                    arrow.from,
                    arrow.to,
                    arrow.text,
                    arrow.detail,
                    arrow.weighing));
        }
        return rungs;
    }

    private static Arrow arrow(CallEvent event) {
        return switch (event) {
            case CallEvent.Arrived e ->
                new Arrow("signalling", "arrived", CALLER, HOTLINE)
                        .with("calling", MaskedNumber.of(e.calling()))
                        .with("dialled", e.dialled())
                        .with("origin", e.origin())
                        .with("account", e.account().orElse(""));
            case CallEvent.Answered e ->
                new Arrow("signalling", "answered", HOTLINE, CALLER)
                        .with("dialplan", e.dialplan())
                        .with("language", e.language());
            case CallEvent.Signalling e -> message(e, e.leg().orElse(Call.Direction.INBOUND));
            case CallEvent.RecordingStarted e ->
                new Arrow("recording", "recording-started", HOTLINE, HOTLINE).with("file", e.file());
            case CallEvent.RecordingArchived e ->
                new Arrow("recording", "recording-archived", HOTLINE, HOTLINE)
                        .with("file", e.file())
                        .with("length", millis(e.length()));
            case CallEvent.TurnTaken e ->
                new Arrow("conversation", "turn", CALLER, HOTLINE)
                        .saying(e.heard())
                        .with("turn", Integer.toString(e.number()))
                        .with("step", e.step())
                        .with("keys", e.keys())
                        .with("intent", e.intent())
                        .with("bargeIn", e.bargeIn().map(Ladder::millis).orElse(""))
                        .with("response", e.responseTime().map(Ladder::millis).orElse(""));
            case CallEvent.Decided e ->
                new Arrow("conversation", "decided", HOTLINE, HOTLINE)
                        .with("step", e.step())
                        .with("secondOpinion", e.secondOpinion().orElse(""))
                        .weighing(Weighing.of(e));
            case CallEvent.IssueLocated e ->
                new Arrow("conversation", "issue-located", HOTLINE, HOTLINE)
                        .with("issue", e.issue())
                        .with("confirmed", Boolean.toString(e.confirmed()))
                        .withReasons(e.slots());
            case CallEvent.Rated e ->
                new Arrow("conversation", "rated", CALLER, HOTLINE)
                        .with("scale", e.scale())
                        .with("score", Integer.toString(e.score()));
            case CallEvent.Spoken e ->
                new Arrow(
                                "conversation",
                                "spoken",
                                e.side().equals(AGENT) ? AGENT : CALLER,
                                e.side().equals(AGENT) ? CALLER : AGENT)
                        .saying(e.text());
            case CallEvent.QueueEntered e ->
                new Arrow("queue", "queue-entered", HOTLINE, QUEUE).with("queue", e.queue());
            case CallEvent.Offered e ->
                new Arrow("queue", "offered", QUEUE, AGENT)
                        .with("queue", e.queue())
                        .with("agent", e.agent());
            case CallEvent.OfferReturned e ->
                new Arrow("queue", "offer-returned", AGENT, QUEUE)
                        .with("agent", e.agent())
                        .with("why", e.why());
            case CallEvent.AgentJoined e ->
                new Arrow("queue", "agent-joined", AGENT, CALLER)
                        .with("agent", e.agent())
                        .with("waited", millis(e.waited()));
            case CallEvent.AgentLeft e ->
                new Arrow("queue", "agent-left", AGENT, HOTLINE)
                        .with("agent", e.agent())
                        .with("talked", millis(e.talked()));
            case CallEvent.QueueLeft e ->
                new Arrow("queue", "queue-left", QUEUE, HOTLINE)
                        .with("why", e.why())
                        .with("waited", millis(e.waited()));
            case CallEvent.VoicemailLeft e ->
                new Arrow("recording", "voicemail-left", CALLER, HOTLINE)
                        .with("mailbox", e.mailbox())
                        .with("length", millis(e.length()));
            case CallEvent.RecordingDegraded e ->
                new Arrow("recording", "recording-degraded", HOTLINE, HOTLINE).with("lost", millis(e.lost()));
            case CallEvent.RecordingLost e ->
                new Arrow("recording", "recording-lost", HOTLINE, HOTLINE).with("why", e.why());
            case CallEvent.MessageTranscribed e ->
                new Arrow("recording", "message-transcribed", HOTLINE, HOTLINE).saying(e.text());
            case CallEvent.SeeAlso e ->
                new Arrow("queue", "see-also", HOTLINE, HOTLINE)
                        .with("call", e.other().text());
            case CallEvent.Purged e -> new Arrow("recording", "purged", HOTLINE, HOTLINE);
            case CallEvent.Ended e -> ended(CallView.EndingView.of(e.ending()));
        };
    }

    private static Arrow message(CallEvent.Signalling message, Call.Direction leg) {
        String far = switch (leg) {
            case INBOUND -> CALLER;
            case OUTBOUND -> AGENT;
        };
        return new Arrow("signalling", "message", message.sent() ? HOTLINE : far, message.sent() ? far : HOTLINE)
                .saying(message.summary())
                .with("peer", message.peer());
    }

    private static Arrow ended(CallView.EndingView ending) {
        boolean byCaller = ending.kind().equals("caller-hung-up");
        return new Arrow("signalling", "ended", byCaller ? CALLER : HOTLINE, byCaller ? HOTLINE : CALLER)
                .with("ending", ending.kind())
                .with("where", ending.where().orElse(""))
                .with("why", ending.detail().orElse(""));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    /** One arrow of the ladder. */
    record Rung(
            int number,
            Instant at,
            Optional<Long> offsetMs,
            String lane,
            String kind,
            String from,
            String to,
            String text,
            Map<String, String> detail,
            Optional<Weighing> weighing) {}

    private static final class Arrow {
        private final String lane;
        private final String kind;
        private final String from;
        private final String to;
        private final Map<String, String> detail = new LinkedHashMap<>();
        private String text = "";
        private Optional<Weighing> weighing = Optional.empty();

        Arrow(String lane, String kind, String from, String to) {
            this.lane = lane;
            this.kind = kind;
            this.from = from;
            this.to = to;
        }

        Arrow saying(String words) {
            text = words;
            return this;
        }

        Arrow weighing(Weighing weighed) {
            weighing = Optional.of(weighed);
            return this;
        }

        /** Why callers were trusted, or not. */
        Arrow withReasons(Map<String, String> slots) {
            slots.forEach((slot, value) -> {
                if (slot.endsWith(TrustScore.BECAUSE)) {
                    with(slot, value);
                }
            });
            return this;
        }

        Arrow with(String name, String value) {
            if (!value.isEmpty()) {
                detail.put(name, value);
            }
            return this;
        }
    }
}
