/**
 * Proof of a password without sending it: digest authentication (RFC 7616, for SIP RFC 3261 section 22 and RFC 8760),
 * the server's side.
 *
 * <p>May import: nothing of the house.
 *
 * <p>Threads: everything here is safe for any thread.
 */
@NullMarked
package org.hotline.call.digest;

import org.jspecify.annotations.NullMarked;
