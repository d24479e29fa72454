package org.hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.call.CallId;

/** As told by the effects alone: an agent's phone rings for one call at a time, and not during a talk. */
final class NoAgentWithTwoCalls implements Invariant {
    private final Map<String, CallId> busy = new HashMap<>();

    @Override
    public void after(Event event, QueueBoard before, List<Effect> effects, QueueBoard after) {
        if (event instanceof Event.TalkEnded ended) {
            busy.remove(ended.agent(), ended.call());
        }
        if (event instanceof Event.OfferReturned no
                && busyAfter(after, no.agent()).isEmpty()) {
            busy.remove(no.agent());
        }
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.MakeOffer made ->
                    assertThat(busy.put(made.offer().agent(), made.offer().call()))
                            .as("already busy when offered, after " + event)
                            .isNull();
                case Effect.CancelOffer gone ->
                    assertThat(busy.remove(gone.offer().agent()))
                            .isEqualTo(gone.offer().call());
                case Effect.Connect joined ->
                    assertThat(busy.get(joined.offer().agent()))
                            .isEqualTo(joined.offer().call());
                case Effect.TellPosition told -> {}
                case Effect.WaitIsOver over -> {}
            }
        }
    }

    private static Optional<CallId> busyAfter(QueueBoard board, String agent) {
        return board.agent(agent).flatMap(desk -> desk.state().busyWith());
    }
}
