package org.hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hotline.call.CallId;

/** A caller waits in one queue or talks to one agent, and has at most one phone ringing. */
final class NoCallerInTwoPlaces implements Invariant {
    @Override
    public void after(Event event, QueueBoard before, List<Effect> effects, QueueBoard after) {
        List<CallId> places = new ArrayList<>();
        after.queues().forEach(line -> line.waiting().forEach(caller -> places.add(caller.call())));
        List<CallId> ringing = new ArrayList<>();
        for (QueueBoard.Desk desk : after.agents()) {
            switch (desk.state()) {
                case AgentState.Talking talk -> places.add(talk.call());
                case AgentState.Offered offered -> ringing.add(offered.offer().call());
                case AgentState.SignedOut out -> {}
                case AgentState.Available idle -> {}
                case AgentState.WrappingUp work -> {}
                case AgentState.OnBreak rest -> {}
            }
        }
        assertThat(places).as("after " + event).doesNotHaveDuplicates();
        assertThat(ringing).as("after " + event).doesNotHaveDuplicates().isSubsetOf(places);
    }
}
