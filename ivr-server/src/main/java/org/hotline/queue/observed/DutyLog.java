package org.hotline.queue.observed;

import java.util.List;

/** Where what agents of other queues do is written down. Any thread. */
public interface DutyLog extends AutoCloseable {
    /** Nobody writes it down. */
    DutyLog NONE = new DutyLog() {
        @Override
        public void append(Duty duty) {}

        @Override
        public List<Duty> latest() {
            return List.of();
        }

        @Override
        public void close() {}
    };

    /** Writes it down soon: never blocks, never throws. */
    void append(Duty duty);

    /**
     * The last of each agent in each queue.
     *
     * @throws IllegalStateException if it cannot be read
     */
    List<Duty> latest();

    @Override
    void close();
}
