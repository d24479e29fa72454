/**
 * Speech kept as files: prompts that ship with a plan, the pieces that values are spoken from, and a cache of what a
 * synthesizer made.
 *
 * <p>May import: {@code speech}, {@code audio}, Caffeine.
 *
 * <p>Threads: any.
 */
@NullMarked
package org.hotline.speech.prompts;

import org.jspecify.annotations.NullMarked;
