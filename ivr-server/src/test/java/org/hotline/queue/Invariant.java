package org.hotline.queue;

import java.util.List;

/** What must hold whatever happens; throws an {@link AssertionError} that says what did not. */
interface Invariant {
    void after(Event event, QueueBoard before, List<Effect> effects, QueueBoard after);

    /** The day is over and everybody has gone. */
    default void atTheEnd() {}
}
