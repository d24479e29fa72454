/**
 * {@code bench locate}: callers made of chance who answer from what they really need, against the very locator that calls use.
 *
 * <p>May import: everything below.
 *
 * <p>Threads: one; the same seed gives the same calls.
 */
@NullMarked
package org.hotline.bench.locate;

import org.jspecify.annotations.NullMarked;
