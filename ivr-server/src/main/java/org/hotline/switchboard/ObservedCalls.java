package org.hotline.switchboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.Ending;
import org.hotline.queue.observed.Caller;
import org.hotline.queue.observed.Fact;
import org.hotline.queue.observed.Fact.End;

/**
 * Calls in queues that are not ours, written down like ours: facts as events ({@link ObservedStories} reads them back). A call's first event says in its
 * origin that it is such a call, and the name of the caller's channel.
 */
public final class ObservedCalls {
    /** The dialplan in the records of such calls: none of ours. */
    public static final String PLAN = "asterisk";

    static final Pattern ORIGIN = Pattern.compile("app_queue (\\S+) ?(.*)");

    private ObservedCalls() {}

    /** True if the story that begins with this event is of such a call. */
    public static boolean isObserved(CallEvent first) {
        return first instanceof CallEvent.Arrived arrived
                && ORIGIN.matcher(arrived.origin()).matches();
    }

    /** Says in both stories that they are of the same caller's call. */
    public static void link(CallId one, CallId other, Instant at, Chronicle chronicle) {
        var unusedOne = chronicle.append(one, new CallEvent.SeeAlso(at, other));
        var unusedOther = chronicle.append(other, new CallEvent.SeeAlso(at, one));
    }

    /** Writes a fact down. */
    public static void write(Fact fact, Chronicle chronicle) {
        events(fact).forEach(event -> {
            var unusedDone = chronicle.append(fact.call(), event);
        });
    }

    private static List<CallEvent> events(Fact fact) {
        return switch (fact) {
            case Fact.Came came -> came(came.caller(), came.at());
            case Fact.Entered e -> List.of(new CallEvent.QueueEntered(e.at(), e.queue()));
            case Fact.Rang e -> List.of(new CallEvent.Offered(e.at(), e.queue(), e.agent()));
            case Fact.RangInVain e -> List.of(new CallEvent.OfferReturned(e.at(), e.agent(), "no-answer"));
            case Fact.Joined e -> List.of(new CallEvent.AgentJoined(e.at(), e.queue(), e.agent(), e.waited()));
            case Fact.Parted e -> List.of(new CallEvent.AgentLeft(e.at(), e.agent(), e.talked()));
            case Fact.Abandoned e -> List.of(new CallEvent.QueueLeft(e.at(), e.queue(), "hung-up", e.waited()));
            case Fact.WentOn e -> List.of(new CallEvent.QueueLeft(e.at(), e.queue(), word(e.exit()), e.waited()));
            case Fact.LostFromSight lost -> List.of(); // what comes next, or the end, shows it
            case Fact.Over e -> List.of(new CallEvent.Ended(e.at(), ending(e.end())));
        };
    }

    static String word(Fact.Exit exit) {
        return switch (exit) {
            case TIME_OUT -> "waited-too-long";
            case KEY -> "key";
            case EMPTY -> "nobody-there";
            case UNKNOWN -> "went-on";
        };
    }

    /** Asterisk has answered whom it lets wait. */
    private static List<CallEvent> came(Caller caller, Instant at) {
        String origin = "app_queue " + caller.channel() + " " + caller.device();
        return List.of(
                new CallEvent.Arrived(at, caller.calling(), caller.dialled(), Optional.empty(), origin.strip()),
                new CallEvent.Answered(at, PLAN, caller.language()));
    }

    private static Ending ending(End end) {
        return switch (end) {
            case CALLER_HUNG_UP_WAITING -> new Ending.CallerHungUp(Ending.Where.IN_QUEUE);
            case CALLER_HUNG_UP_TALKING -> new Ending.CallerHungUp(Ending.Where.WITH_AGENT);
            case AGENT_HUNG_UP -> new Ending.Completed(Ending.Where.WITH_AGENT);
            case WENT_ON -> new Ending.Transferred(PLAN);
            case UNSEEN -> new Ending.Interrupted();
        };
    }
}
