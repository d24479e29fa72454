/**
 * Understanding by a linear classifier over n-grams, trained from a plan's examples with liblinear.
 *
 * <p>May import: {@code conversation}, {@code speech}, liblinear.
 *
 * <p>Threads: training belongs to one thread; a trained classifier is immutable.
 */
@NullMarked
package org.hotline.conversation.liblinear;

import org.jspecify.annotations.NullMarked;
