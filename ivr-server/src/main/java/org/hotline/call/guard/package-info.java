/**
 * Keeps the network's bad manners away from the SIP stack: floods, scanners, guessers of passwords, malformed messages.
 *
 * <p>May import: nothing of the house.
 *
 * <p>Threads: everything here is safe for any thread.
 */
@NullMarked
package org.hotline.call.guard;

import org.jspecify.annotations.NullMarked;
