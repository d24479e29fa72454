package org.hotline;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what must be closed, and closes it in the reverse order of opening, whatever each closing does. One thread. */
final class Cellar implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cellar.class);

    private final Deque<AutoCloseable> kept = new ArrayDeque<>();

    <T extends AutoCloseable> T keep(T thing) {
        kept.push(thing);
        return thing;
    }

    @Override
    public void close() {
        while (!kept.isEmpty()) {
            AutoCloseable thing = kept.pop();
            try {
                thing.close();
            } catch (Exception fault) {
                LOG.atWarn()
                        .setCause(fault)
                        .addKeyValue("what", thing.getClass().getSimpleName())
                        .log("Closing failed; going on");
            }
        }
    }
}
