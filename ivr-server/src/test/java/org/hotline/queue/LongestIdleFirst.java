package org.hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline.call.CallId;

/**
 * No free agent who was idle longer is passed over, unless that agent has let this caller ring before; and no caller
 * who came earlier to the same queue is left without a ringing phone.
 */
final class LongestIdleFirst implements Invariant {
    private final Map<CallId, Set<String>> returned = new HashMap<>();

    @Override
    public void after(Event event, QueueBoard before, List<Effect> effects, QueueBoard after) {
        note(event, before, effects);
        for (Effect effect : effects) {
            if (effect instanceof Effect.MakeOffer made) {
                checkAgents(made.offer(), after);
                checkCallers(made.offer(), after);
            }
        }
    }

    private void note(Event event, QueueBoard before, List<Effect> effects) {
        if (event instanceof Event.OfferReturned no) {
            before.agent(no.agent())
                    .filter(desk -> desk.state() instanceof AgentState.Offered offered
                            && offered.offer().number() == no.offer())
                    .flatMap(desk -> desk.state().busyWith())
                    .ifPresent(call -> note(call, no.agent()));
        }
        for (Effect effect : effects) {
            if (effect instanceof Effect.CancelOffer gone && gone.why() == Effect.Withdrawal.TIMED_OUT) {
                note(gone.offer().call(), gone.offer().agent());
            }
        }
    }

    private void note(CallId call, String agent) {
        returned.computeIfAbsent(call, none -> new HashSet<>()).add(agent);
    }

    private void checkAgents(Offer offer, QueueBoard after) {
        QueueSettings queue = after.queue(offer.queue()).orElseThrow().settings();
        AgentState.Offered chosen =
                (AgentState.Offered) after.agent(offer.agent()).orElseThrow().state();
        Set<String> whoReturned = returned.getOrDefault(offer.call(), Set.of());
        for (QueueBoard.Desk desk : after.agents()) {
            boolean free = desk.reachable()
                    && desk.profile().serves(queue)
                    && desk.state() instanceof AgentState.Available idle
                    && !idle.from().isAfter(offer.since());
            boolean asGood = !whoReturned.contains(desk.profile().name()) || whoReturned.contains(offer.agent());
            if (free && asGood) {
                assertThat(desk.state().since())
                        .as(desk.profile().name() + " was idle longer than " + offer.agent())
                        .isAfterOrEqualTo(chosen.idleSince());
            }
        }
    }

    private void checkCallers(Offer offer, QueueBoard after) {
        for (QueueBoard.Waiting caller :
                after.queue(offer.queue()).orElseThrow().waiting()) {
            if (caller.call().equals(offer.call())) {
                return;
            }
            assertThat(caller.offeredTo())
                    .as("an earlier caller was passed over for " + offer)
                    .isPresent();
        }
    }
}
