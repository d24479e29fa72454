/**
 * Takes every call, finds its dialplan, sees it to its ending and writes the call detail record.
 *
 * <p>May import: every room below, no leaves.
 *
 * <p>Threads: one virtual thread a call.
 */
@NullMarked
package org.hotline.switchboard;

import org.jspecify.annotations.NullMarked;
