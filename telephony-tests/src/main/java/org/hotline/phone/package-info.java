/**
 * A soft phone of our own for tests, the demo and {@code hotline call}: SIP over UDP, G.711, a mouth and ears.
 *
 * <p>Imports nothing of the server's SIP or RTP code, so that both ends never share a mistake; only {@code audio},
 * {@code speech} and the recognizer's library.
 *
 * <p>Threads: one reader a phone, one metronome for all phones; the verbs of {@link org.hotline.phone.PhoneCall} block
 * the thread that tells the story.
 */
@NullMarked
package org.hotline.phone;

import org.jspecify.annotations.NullMarked;
