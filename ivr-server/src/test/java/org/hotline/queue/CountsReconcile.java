package org.hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Waiting in + offered = answered + abandoned + flow-out + waiting out, at every moment (metrics.md section 1). */
final class CountsReconcile implements Invariant {
    @Override
    public void after(Event event, QueueBoard before, List<Effect> effects, QueueBoard after) {
        for (QueueBoard.Line line : after.queues()) {
            DayCounts today = line.today();
            assertThat(today.waitingIn() + today.offered())
                    .as(line.settings().name() + " after " + event)
                    .isEqualTo(today.answered()
                            + today.abandoned()
                            + today.flowedOut()
                            + line.waiting().size());
        }
    }
}
