package org.hotline.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent.AgentJoined;
import org.hotline.history.CallEvent.AgentLeft;
import org.hotline.history.CallEvent.Answered;
import org.hotline.history.CallEvent.Arrived;
import org.hotline.history.CallEvent.Decided;
import org.hotline.history.CallEvent.Ended;
import org.hotline.history.CallEvent.IssueLocated;
import org.hotline.history.CallEvent.MessageTranscribed;
import org.hotline.history.CallEvent.OfferReturned;
import org.hotline.history.CallEvent.Offered;
import org.hotline.history.CallEvent.Purged;
import org.hotline.history.CallEvent.QueueEntered;
import org.hotline.history.CallEvent.QueueLeft;
import org.hotline.history.CallEvent.RecordingArchived;
import org.hotline.history.CallEvent.RecordingDegraded;
import org.hotline.history.CallEvent.RecordingLost;
import org.hotline.history.CallEvent.RecordingStarted;
import org.hotline.history.CallEvent.Signalling;
import org.hotline.history.CallEvent.Spoken;
import org.hotline.history.CallEvent.TurnTaken;
import org.hotline.history.CallEvent.VoicemailLeft;

/**
 * A call's record as far as its events go: the one place that says how a {@link Cdr} follows from them. Pure; {@link #on}
 * answers the next projection.
 *
 * @param cdr the record so far
 * @param events how many events are in it
 * @param lastAt when the last of them happened
 * @param waitingSince in a queue since, if in one
 * @param talkingSince with an agent since, if with one
 * @param messagesDue voicemail messages not yet turned into text
 * @param archived the recording is
 * @param purged what was said is forgotten
 */
public record CdrProjection(
        Cdr cdr,
        int events,
        Instant lastAt,
        Optional<Instant> waitingSince,
        Optional<Instant> talkingSince,
        int messagesDue,
        boolean archived,
        boolean purged) {

    /** Before the first event, which happens at {@code first}. */
    public static CdrProjection begin(CallId call, Instant first) {
        return new CdrProjection(
                CdrDraft.blank(call, first).toCdr(), 0, first, Optional.empty(), Optional.empty(), 0, false, false);
    }

    /**
     * All of a call's events.
     *
     * @param events at least one, in order
     */
    public static CdrProjection of(CallId call, List<CallEvent> events) {
        CdrProjection projection = begin(call, events.getFirst().at());
        for (CallEvent event : events) {
            projection = projection.on(event);
        }
        return projection;
    }

    /** This and one more event. */
    public CdrProjection on(CallEvent event) {
        CdrDraft draft = new CdrDraft(cdr);
        change(draft, event);
        return new CdrProjection(
                draft.toCdr(),
                events + 1,
                event.at(),
                waitingAfter(event),
                talkingAfter(event),
                messagesDueAfter(event),
                archived || event instanceof RecordingArchived,
                purged || event instanceof Purged);
    }

    /** True if the call is over and a message left in it waits to be turned into text. */
    public boolean messageDue() {
        return cdr.ending().isPresent() && messagesDue > 0;
    }

    /** True if the call is over and its recording waits to be archived. */
    public boolean archiveDue() {
        return cdr.ending().isPresent() && cdr.recording().isPresent() && !archived;
    }

    private void change(CdrDraft draft, CallEvent event) {
        switch (event) {
            case Arrived arrived -> draft.numbers(arrived.calling(), arrived.dialled());
            case Answered answered -> draft.answered(answered.at(), answered.dialplan(), answered.language());
            case RecordingStarted started -> draft.recording = Optional.of(started.file());
            case RecordingArchived archived -> draft.recording = Optional.of(archived.file());
            case RecordingLost ignored -> draft.recording = Optional.empty();
            case Purged ignored -> draft.recording = Optional.empty();
            case TurnTaken ignored -> draft.turns++;
            case IssueLocated located -> draft.located(located.issue(), located.confirmed());
            case QueueEntered entered -> draft.queue = Optional.of(entered.queue());
            case QueueLeft left -> draft.waited = draft.waited.plus(left.waited());
            case AgentJoined joined -> draft.joined(joined.agent(), joined.waited());
            case AgentLeft left -> draft.talked = draft.talked.plus(left.talked());
            case Ended ended -> end(draft, ended);
            case Decided ignored -> {}
            case Offered ignored -> {}
            case OfferReturned ignored -> {}
            case Spoken ignored -> {}
            case VoicemailLeft ignored -> {}
            case MessageTranscribed ignored -> {}
            case Signalling ignored -> {}
            case RecordingDegraded ignored -> {}
            case CallEvent.Rated ignored -> {}
            case CallEvent.SeeAlso ignored -> {}
        }
    }

    /** A call that ends in the queue or with an agent has waited or talked until then. */
    private void end(CdrDraft draft, Ended ended) {
        draft.endedAt = Optional.of(ended.at());
        draft.ending = Optional.of(ended.ending());
        draft.waited = draft.waited.plus(since(waitingSince, ended.at()));
        draft.talked = draft.talked.plus(since(talkingSince, ended.at()));
    }

    private static Duration since(Optional<Instant> begin, Instant end) {
        return begin.map(instant -> Duration.between(instant, end)).orElse(Duration.ZERO);
    }

    private Optional<Instant> waitingAfter(CallEvent event) {
        return switch (event) {
            case QueueEntered entered -> Optional.of(entered.at());
            case QueueLeft ignored -> Optional.empty();
            case AgentJoined ignored -> Optional.empty();
            case Ended ignored -> Optional.empty();
            case CallEvent ignored -> waitingSince;
        };
    }

    private Optional<Instant> talkingAfter(CallEvent event) {
        return switch (event) {
            case AgentJoined joined -> Optional.of(joined.at());
            case AgentLeft ignored -> Optional.empty();
            case Ended ignored -> Optional.empty();
            case CallEvent ignored -> talkingSince;
        };
    }

    private int messagesDueAfter(CallEvent event) {
        return switch (event) {
            case VoicemailLeft ignored -> messagesDue + 1;
            case MessageTranscribed ignored -> messagesDue - 1;
            case Purged ignored -> 0;
            case CallEvent ignored -> messagesDue;
        };
    }
}
