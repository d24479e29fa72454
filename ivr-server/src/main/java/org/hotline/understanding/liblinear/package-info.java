/**
 * Learning with liblinear: linear classifiers over n-grams.
 *
 * <p>May import: {@code understanding}, {@code speech}, liblinear.
 *
 * <p>Threads: learning belongs to one thread; what was learnt is immutable.
 */
@NullMarked
package org.hotline.understanding.liblinear;

import org.jspecify.annotations.NullMarked;
