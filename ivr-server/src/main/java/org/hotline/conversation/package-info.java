/**
 * One talk with one caller: prompts, turns, intents, slots and steps, up to the move that ends it.
 *
 * <p>May import: {@code understanding}, {@code call}, {@code speech}, {@code audio}.
 *
 * <p>Threads: runs wholly on the call's thread; no locks.
 */
@NullMarked
package org.hotline.conversation;

import org.jspecify.annotations.NullMarked;
