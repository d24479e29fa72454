/**
 * Values as people say them: digits, amounts, dates, yes and no, in English and Mandarin.
 *
 * <p>May import: {@code speech}'s languages only.
 *
 * <p>Threads: everything is pure.
 */
@NullMarked
package org.hotline.conversation.slot;

import org.jspecify.annotations.NullMarked;
