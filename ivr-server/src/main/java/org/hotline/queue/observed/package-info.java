/**
 * Queues that are not ours: what another switch tells of its own queues, put together to a picture, and the stories of
 * the calls in them.
 *
 * <p>May import: {@code queue}, {@code call}, {@code audio}.
 *
 * <p>Threads: one at a time feeds the machine; the published picture is immutable.
 */
@NullMarked
package org.hotline.queue.observed;

import org.jspecify.annotations.NullMarked;
