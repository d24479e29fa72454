package org.hotline.supervision;

import java.util.function.Consumer;

/** Where the present picture is to be had. Any thread. */
public interface LiveBoard {
    /** The latest picture; cheap, never blocks. */
    Board now();

    /**
     * Tells about every new picture, at most ten a second, on one thread of the board's own; a slow watcher misses
     * pictures, never the latest.
     *
     * @return close it to stop
     */
    Watch watch(Consumer<Board> watcher);

    /** A subscription. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
