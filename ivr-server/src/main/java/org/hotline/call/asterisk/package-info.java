/**
 * Telephone calls that an Asterisk hands over and takes back: FastAGI says who calls and what became of it, AudioSocket
 * carries the sound and the keys.
 *
 * <p>May import: {@code call} with its leaf {@code rtp} (the wheel that paces all sound); {@code audio}.
 *
 * <p>Threads: one reader for the sound of all calls, which only parses and posts; the pacer of {@code call.rtp} sends; a
 * virtual thread for each AGI session.
 */
@NullMarked
package org.hotline.call.asterisk;

import org.jspecify.annotations.NullMarked;
