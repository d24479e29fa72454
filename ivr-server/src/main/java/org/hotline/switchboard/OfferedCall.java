package org.hotline.switchboard;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.HangupCause;
import org.hotline.history.CallEvent;
import org.hotline.queue.Event;
import org.hotline.queue.Offer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agent's leg: rings, whispers what the call is about, and joins the caller on the bridge.
 *
 * <pre>
 *   dial --failed--> returned
 *    |
 *   answered -> picked up -> whisper -> accepted -> (Connect) bridge -> talk ended
 *                   \___________\__________\___ hung up: returned
 * </pre>
 *
 * The caller hears music until the bridge. Runs on a virtual thread of its own; {@link #join} and {@link #cancel} come
 * from the dispatcher's.
 */
final class OfferedCall {
    private static final Logger LOG = LoggerFactory.getLogger(OfferedCall.class);

    private final Offer offer;
    private final Line line;
    private final Consumer<Event> queues;
    private final Offering offering;
    private final CompletableFuture<Decision> decision = new CompletableFuture<>();
    private final Dialling dialling = new Dialling();

    /** What becomes of the agent who picked up. */
    private sealed interface Decision {
        record Join(Bridge bridge) implements Decision {}

        record Cancel() implements Decision {}

        record Gone() implements Decision {}
    }

    OfferedCall(Offer offer, Line line, Consumer<Event> queues, Offering offering) {
        this.offer = offer;
        this.line = line;
        this.queues = queues;
        this.offering = offering;
    }

    void start(Runnable afterwards) {
        Thread.ofVirtual().name("offer-" + offer.number()).start(() -> {
            try {
                CallContext.run(offer.call(), this::run);
            } finally {
                afterwards.run();
            }
        });
    }

    /** Brings the agent onto the bridge. False if the agent is gone already. */
    boolean join(Bridge bridge) {
        return decision.complete(new Decision.Join(bridge));
    }

    /** Stops ringing, or lets the agent go. False if the agent is gone already. */
    boolean cancel() {
        boolean first = decision.complete(new Decision.Cancel());
        dialling.giveUp();
        return first;
    }

    private void run() {
        try {
            switch (dialling.dial(() -> offering.dial(offer, line))) {
                case Dialled.Failed failed -> comesBack(reason(failed.cause()));
                case Dialled.Answered answered -> serve(answered.call());
            }
        } catch (RuntimeException fault) {
            LOG.error("An agent could not be dialled; the caller goes to the next", fault);
            comesBack(Offer.Return.UNREACHABLE);
        }
    }

    private void serve(Call agent) {
        Parting parting = new Parting.LineLost(Party.CALLED);
        try {
            brief(agent);
            if (decision.join() instanceof Decision.Join join) {
                parting = talk(agent, join.bridge());
                keepUntilDecided(agent, parting);
            }
        } catch (CallEnded hungUp) {
            parting = Bridge.gone(Party.CALLED, hungUp);
            comesBack(Offer.Return.REJECTED);
        } catch (RuntimeException fault) {
            LOG.error("An agent's leg went wrong; the caller goes to the next", fault);
            comesBack(Offer.Return.UNREACHABLE);
        } finally {
            agent.hangUp(HangupCause.NORMAL_CLEARING);
            letGo(parting);
        }
    }

    private void letGo(Parting parting) {
        if (decision.join() instanceof Decision.Join join) {
            join.bridge().part(parting);
            queues.accept(new Event.TalkEnded(offer.call(), offer.agent()));
        }
    }

    /** Whispers, then keeps the line until it is decided whether there is still a caller to join. */
    private void brief(Call agent) {
        queues.accept(new Event.OfferPickedUp(offer.number(), offer.agent()));
        List<Frame> whisper = offering.whisper(line, agent.rate());
        for (int said = 0; said < whisper.size() && !decision.isDone(); said++) {
            agent.exchange(whisper.get(said));
        }
        queues.accept(new Event.OfferAccepted(offer.number(), offer.agent()));
        Frame silence = Frame.silence(agent.rate());
        while (!decision.isDone()) {
            agent.exchange(silence);
        }
    }

    private Parting talk(Call agent, Bridge bridge) {
        try (Stenographer stenographer = offering.stenographer(line, "agent")) {
            return bridge.serve(Party.CALLED, agent, stenographer::hear);
        }
    }

    /** An agent who sent the caller on is told what became of it, and for that still has a line. */
    private static void keepUntilDecided(Call agent, Parting parting) {
        Frame silence = Frame.silence(agent.rate());
        while (parting instanceof Parting.Referred referred
                && referred.referral().isOpen()) {
            agent.exchange(silence);
        }
    }

    /** Unless it is decided otherwise already, the caller goes to somebody else. */
    private void comesBack(Offer.Return why) {
        if (decision.complete(new Decision.Gone())) {
            line.append(new CallEvent.OfferReturned(line.now(), offer.agent(), word(why)));
            queues.accept(new Event.OfferReturned(offer.number(), offer.agent(), why));
        }
    }

    private static Offer.Return reason(HangupCause cause) {
        return switch (cause) {
            case USER_BUSY, CALL_REJECTED, NORMAL_CLEARING -> Offer.Return.REJECTED;
            case NO_ANSWER, NO_USER_RESPONSE -> Offer.Return.NO_ANSWER;
            case UNALLOCATED_NUMBER,
                    DESTINATION_OUT_OF_ORDER,
                    NORMAL_UNSPECIFIED,
                    NO_CIRCUIT_AVAILABLE,
                    TEMPORARY_FAILURE,
                    SWITCHING_EQUIPMENT_CONGESTION,
                    INCOMPATIBLE_DESTINATION,
                    RECOVERY_ON_TIMER_EXPIRY,
                    INTERWORKING -> Offer.Return.UNREACHABLE;
        };
    }

    private static String word(Offer.Return why) {
        return switch (why) {
            case REJECTED -> "rejected";
            case NO_ANSWER -> "no-answer";
            case UNREACHABLE -> "unreachable";
        };
    }
}
