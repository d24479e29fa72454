package org.hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotline.call.CallId;

/** Everybody who enters leaves, once: by an agent, by the clock, or by himself. */
final class EveryCallEnds implements Invariant {
    private final Map<CallId, Integer> endings = new HashMap<>();
    private QueueBoard last = new QueueBoard(Centre.NINE, List.of(), List.of());

    @Override
    public void after(Event event, QueueBoard before, List<Effect> effects, QueueBoard after) {
        last = after;
        if (event instanceof Event.CallerEntered entered) {
            endings.put(entered.call(), 0);
        }
        if (event instanceof Event.CallerLeft left && waits(left.call(), before)) {
            endings.merge(left.call(), 1, Integer::sum);
        }
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Connect joined -> endings.merge(joined.offer().call(), 1, Integer::sum);
                case Effect.WaitIsOver over -> endings.merge(over.call(), 1, Integer::sum);
                case Effect.MakeOffer made -> {}
                case Effect.CancelOffer gone -> {}
                case Effect.TellPosition told -> {}
            }
        }
    }

    private static boolean waits(CallId call, QueueBoard board) {
        return board.queues().stream()
                .flatMap(line -> line.waiting().stream())
                .anyMatch(caller -> caller.call().equals(call));
    }

    @Override
    public void atTheEnd() {
        assertThat(endings.values()).isNotEmpty().allMatch(times -> times == 1);
        assertThat(last.queues()).allSatisfy(line -> assertThat(line.waiting()).isEmpty());
        assertThat(last.agents())
                .allSatisfy(desk -> assertThat(desk.state().busyWith()).isEmpty());
    }
}
