/**
 * Hearing and speaking: recognition, synthesis, speech detection and endpointing, as ports.
 *
 * <p>May import: {@code audio}.
 *
 * <p>Threads: a recognition belongs to its call's thread; decoding always happens elsewhere.
 */
@NullMarked
package org.hotline.speech;

import org.jspecify.annotations.NullMarked;
