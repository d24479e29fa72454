package org.hotline.queue.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hotline.call.CallId;
import org.hotline.queue.Event;
import org.hotline.queue.Offer;

/** An event as one row of {@code queue_journal}; what it has no use for is {@code ""} or 0. */
record EventRow(String kind, String agent, String queue, String call, long offer, String detail) {
    /** The kinds that say whether an agent is at work. */
    static final String WORK_KINDS = "'signed-in', 'signed-out', 'ready', 'break'";

    static EventRow of(Event event) {
        return switch (event) {
            case Event.CallerEntered e ->
                new EventRow(
                        "entered",
                        "",
                        e.queue(),
                        e.call().text(),
                        0,
                        e.atMost().map(Duration::toString).orElse(""));
            case Event.CallerLeft e ->
                new EventRow("left", "", "", e.call().text(), 0, e.why().name());
            case Event.AgentSignedIn e -> ofAgent("signed-in", e.agent());
            case Event.AgentSignedOut e -> ofAgent("signed-out", e.agent());
            case Event.AgentReady e -> ofAgent("ready", e.agent());
            case Event.BreakBegun e -> ofAgent("break", e.agent());
            case Event.PhoneReachable e -> ofAgent("reachable", e.agent());
            case Event.PhoneUnreachable e -> ofAgent("unreachable", e.agent());
            case Event.OfferMade e ->
                new EventRow(
                        "offered",
                        e.offer().agent(),
                        e.offer().queue(),
                        e.offer().call().text(),
                        e.offer().number(),
                        e.offer().since().toString());
            case Event.OfferPickedUp e -> new EventRow("picked-up", e.agent(), "", "", e.offer(), "");
            case Event.OfferAccepted e -> new EventRow("accepted", e.agent(), "", "", e.offer(), "");
            case Event.OfferReturned e ->
                new EventRow("returned", e.agent(), "", "", e.offer(), e.why().name());
            case Event.TalkEnded e ->
                new EventRow("talk-ended", e.agent(), "", e.call().text(), 0, "");
            case Event.ClockTicked e -> ofAgent("tick", "");
            case Event.Restarted e -> ofAgent("restarted", "");
        };
    }

    private static EventRow ofAgent(String kind, String agent) {
        return new EventRow(kind, agent, "", "", 0, "");
    }

    /** @throws IllegalArgumentException if the row is not one of ours */
    Event event() {
        return switch (kind) {
            case "entered" ->
                new Event.CallerEntered(
                        new CallId(call),
                        queue,
                        Optional.of(detail).filter(text -> !text.isEmpty()).map(Duration::parse));
            case "left" -> new Event.CallerLeft(new CallId(call), Event.Leaving.valueOf(detail));
            case "signed-in" -> new Event.AgentSignedIn(agent);
            case "signed-out" -> new Event.AgentSignedOut(agent);
            case "ready" -> new Event.AgentReady(agent);
            case "break" -> new Event.BreakBegun(agent);
            case "reachable" -> new Event.PhoneReachable(agent);
            case "unreachable" -> new Event.PhoneUnreachable(agent);
            case "offered" ->
                new Event.OfferMade(new Offer(offer, new CallId(call), queue, agent, Instant.parse(detail)));
            case "picked-up" -> new Event.OfferPickedUp(offer, agent);
            case "accepted" -> new Event.OfferAccepted(offer, agent);
            case "returned" -> new Event.OfferReturned(offer, agent, Offer.Return.valueOf(detail));
            case "talk-ended" -> new Event.TalkEnded(new CallId(call), agent);
            case "tick" -> new Event.ClockTicked();
            case "restarted" -> new Event.Restarted();
            default -> throw new IllegalArgumentException("unknown kind of queue event: " + kind);
        };
    }
}
