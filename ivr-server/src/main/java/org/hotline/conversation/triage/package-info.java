/**
 * The questions by which a caller's problem is located: how each is put into words, and what an answer tells.
 *
 * <p>May import: {@code issue}, {@code understanding}, {@code speech}, and the values in {@code conversation.slot}.
 *
 * <p>Threads: everything is immutable.
 */
@NullMarked
package org.hotline.conversation.triage;

import org.jspecify.annotations.NullMarked;
