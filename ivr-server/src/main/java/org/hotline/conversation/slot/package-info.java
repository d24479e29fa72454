/**
 * Values as callers say them: digits, amounts, dates, yes and no, read from a recognizer's words.
 *
 * <p>May import: {@code speech}, {@code audio}. Pure; whoever may import {@code conversation} may import this.
 *
 * <p>Threads: any.
 */
@NullMarked
package org.hotline.conversation.slot;

import org.jspecify.annotations.NullMarked;
