package org.hotline.switchboard;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.history.CallEvent;
import org.hotline.queue.Effect;
import org.hotline.queue.Event;
import org.hotline.queue.Offer;

/**
 * Where the queue's effects become telephone calls: knows who waits and whose phone rings, and brings the two together.
 *
 * <p>{@link #perform} belongs to the dispatcher's thread and never waits; all else may be called from any.
 */
final class QueueDesk {
    private final Lines lines;
    private final Consumer<Event> queues;
    private final Offering offering;
    private final Waits waits = new Waits();
    private final Map<Long, OfferedCall> offers = new ConcurrentHashMap<>();

    QueueDesk(Lines lines, Consumer<Event> queues, Offering offering) {
        this.lines = lines;
        this.queues = queues;
        this.offering = offering;
    }

    /** A caller begins to wait. */
    Wait enter(Call call, String queue, Optional<Duration> atMost) {
        Wait wait = waits.begin(call);
        queues.accept(new Event.CallerEntered(call.id(), queue, atMost));
        return wait;
    }

    /**
     * A caller is gone; if an agent was just being joined, the agent is let go.
     *
     * @return true if the caller still waited
     */
    boolean leave(Wait wait, Event.Leaving why) {
        boolean waited = wait.end(new Wait.Outcome.Left());
        if (waited) {
            queues.accept(new Event.CallerLeft(wait.call(), why));
        } else if (wait.outcome().orElseThrow() instanceof Wait.Outcome.Joined joined) {
            joined.bridge().part(new Parting.HungUp(Party.CALLER));
        }
        return waited;
    }

    Offering offering() {
        return offering;
    }

    void perform(Effect effect) {
        switch (effect) {
            case Effect.MakeOffer made -> offer(made.offer());
            case Effect.CancelOffer cancelled -> cancel(cancelled.offer(), cancelled.why());
            case Effect.Connect joined -> connect(joined);
            case Effect.TellPosition place -> waits.of(place.call()).ifPresent(wait -> wait.movesTo(place.position()));
            case Effect.WaitIsOver over ->
                waits.of(over.call()).ifPresent(wait -> wait.end(new Wait.Outcome.Over(reason(over.why()))));
        }
    }

    private void offer(Offer offer) {
        lines.find(offer.call())
                .ifPresentOrElse(
                        line -> ring(offer, line),
                        () -> queues.accept(
                                new Event.OfferReturned(offer.number(), offer.agent(), Offer.Return.UNREACHABLE)));
    }

    private void ring(Offer offer, Line line) {
        line.append(new CallEvent.Offered(line.now(), offer.queue(), offer.agent()));
        OfferedCall offered = new OfferedCall(offer, line, queues, offering);
        offers.put(offer.number(), offered);
        offered.start(() -> offers.remove(offer.number()));
    }

    private void cancel(Offer offer, Effect.Withdrawal why) {
        OfferedCall offered = offers.get(offer.number());
        if (offered != null && offered.cancel()) {
            switch (why) {
                case TIMED_OUT -> returned(offer, "no-answer");
                case AGENT_LEFT -> returned(offer, "agent-left");
                case CALLER_LEFT -> {} // the caller's own story tells it
            }
        }
    }

    private void returned(Offer offer, String why) {
        lines.find(offer.call())
                .ifPresent(line -> line.append(new CallEvent.OfferReturned(line.now(), offer.agent(), why)));
    }

    private void connect(Effect.Connect joined) {
        Offer offer = joined.offer();
        Optional<Wait> wait = waits.of(offer.call());
        Bridge bridge = offering.bridge(wait.map(Wait::rate).orElse(Frame.TELEPHONE_RATE));
        OfferedCall offered = offers.get(offer.number());
        Wait.Outcome outcome = new Wait.Outcome.Joined(bridge, offer.agent(), joined.waited());
        if (!wait.map(caller -> caller.end(outcome)).orElse(false)) {
            bridge.part(new Parting.HungUp(Party.CALLER));
        }
        if (offered == null || !offered.join(bridge)) {
            bridge.part(new Parting.LineLost(Party.CALLED));
            queues.accept(new Event.TalkEnded(offer.call(), offer.agent()));
        }
    }

    private static String reason(Effect.Refusal why) {
        return switch (why) {
            case WAITED_TOO_LONG -> "waited-too-long";
            case NO_SUCH_QUEUE -> "no-such-queue";
        };
    }
}
