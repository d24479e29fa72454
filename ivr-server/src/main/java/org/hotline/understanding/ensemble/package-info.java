/**
 * Learning from n-grams and call-centre vocabulary: a support vector machine (liblinear), small neural networks and
 * naive Bayes, blended and calibrated.
 *
 * <p>May import: {@code understanding}, {@code speech}, liblinear, Lucene's stemmer.
 *
 * <p>Threads: learning belongs to one thread; what was learnt is immutable.
 */
@NullMarked
package org.hotline.understanding.ensemble;

import org.jspecify.annotations.NullMarked;
