/**
 * What a text means, among labels that there were examples of: learning, classifying, probabilities. Knows neither calls
 * nor plans.
 *
 * <p>May import: {@code speech} (for {@code Language}).
 *
 * <p>Threads: learning belongs to one thread; what was learnt is immutable.
 */
@NullMarked
package org.hotline.understanding;

import org.jspecify.annotations.NullMarked;
