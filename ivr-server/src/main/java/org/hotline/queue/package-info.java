/**
 * Callers waiting for agents: a pure state machine of events and effects.
 *
 * <p>May import: {@code call}, {@code audio}.
 *
 * <p>Threads: one dispatcher thread feeds the machine; the published board is immutable.
 */
@NullMarked
package org.hotline.queue;

import org.jspecify.annotations.NullMarked;
