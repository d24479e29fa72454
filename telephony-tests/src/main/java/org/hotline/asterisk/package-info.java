/**
 * An Asterisk played from its own dialplan file: speaks FastAGI and AudioSocket as the real one does, version by version.
 *
 * <p>Imports nothing of the server's code for Asterisk, so that both ends never share a mistake; only {@code audio}.
 *
 * <p>Threads: a dialplan and a reader for each channel; the phones' metronome sends.
 */
@NullMarked
package org.hotline.asterisk;

import org.jspecify.annotations.NullMarked;
