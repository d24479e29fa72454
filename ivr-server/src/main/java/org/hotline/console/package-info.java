/**
 * The command line: one class a command. With {@code Main} the only place that may import leaves.
 *
 * <p>May import: everything.
 *
 * <p>Threads: the main thread.
 */
@NullMarked
package org.hotline.console;

import org.jspecify.annotations.NullMarked;
