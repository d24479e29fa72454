/**
 * One exchange with the caller: a prompt, whether it may be interrupted, what is listened for, and what came back.
 *
 * <p>May import: {@code call}, {@code speech}, {@code audio}, and {@code issue.belief} (decisions are told to the listener).
 *
 * <p>Threads: a {@code Caller} belongs to its call's thread; values are immutable.
 */
@NullMarked
package org.hotline.conversation.turn;

import org.jspecify.annotations.NullMarked;
