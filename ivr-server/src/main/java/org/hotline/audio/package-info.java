/**
 * Sound as numbers: 20 ms frames, G.711, resampling, WAV files and tones.
 *
 * <p>May import: {@code java.base} only.
 *
 * <p>Threads: everything here is pure; immutable values may be shared, anything with state belongs to one thread.
 */
@NullMarked
package org.hotline.audio;

import org.jspecify.annotations.NullMarked;
