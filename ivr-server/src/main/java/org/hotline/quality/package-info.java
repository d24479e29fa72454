/**
 * Judging calls afterwards: search over transcripts.
 *
 * <p>May import: {@code history}, {@code recording}.
 *
 * <p>Threads: any thread.
 */
@NullMarked
package org.hotline.quality;

import org.jspecify.annotations.NullMarked;
