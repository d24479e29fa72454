package org.hotline.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitsTest {
    /** The dispatcher ends a wait, and before it is done with that the caller waits again: a plan may lead from queue to queue. */
    @Test
    void whoWaitsAgainBeforeTheFirstWaitIsClosedIsNotForgotten() {
        Waits waits = new Waits();
        TestPhone caller = TestPhone.dials("4000");
        Wait first = waits.begin(caller);
        Wait second = waits.begin(caller);

        assertThat(first.end(new Wait.Outcome.Over("waited-too-long"))).isTrue();
        assertThat(waits.of(caller.id())).contains(second);

        assertThat(second.end(new Wait.Outcome.Left())).isTrue();
        assertThat(waits.of(caller.id())).isEmpty();
        assertThat(second.end(new Wait.Outcome.Left())).isFalse();
    }
}
