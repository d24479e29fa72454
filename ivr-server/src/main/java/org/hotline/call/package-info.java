/**
 * What a telephone call is: audio in exchange for audio, 20 ms at a time, and what else can happen on the line.
 *
 * <p>May import: {@code audio}.
 *
 * <p>Threads: a call belongs to the one (virtual) thread that exchanges its frames.
 */
@NullMarked
package org.hotline.call;

import org.jspecify.annotations.NullMarked;
