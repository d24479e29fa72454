/**
 * Reads a site's Asterisk configuration and says what is missing for Hotline in it.
 *
 * <p>May import: {@code yaml}, for its complaints.
 *
 * <p>Threads: the main thread.
 */
@NullMarked
package org.hotline.console.asterisk;

import org.jspecify.annotations.NullMarked;
