/**
 * Where the phones of our accounts are: the location service of RFC 3261 section 10, without its messages.
 *
 * <p>May import: nothing of the house.
 *
 * <p>Threads: everything here is safe for any thread.
 */
@NullMarked
package org.hotline.call.registrar;

import org.jspecify.annotations.NullMarked;
