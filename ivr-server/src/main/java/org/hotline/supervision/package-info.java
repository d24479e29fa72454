/**
 * The live board: what supervisors see and steer.
 *
 * <p>May import: every room below, no leaves.
 *
 * <p>Threads: publishes immutable boards; any thread may read.
 */
@NullMarked
package org.hotline.supervision;

import org.jspecify.annotations.NullMarked;
