/**
 * Chores on a schedule, by Quartz in the call database.
 *
 * <p>May import: {@code switchboard} and every room below it.
 *
 * <p>Threads: two of lowest priority, for all chores together.
 */
@NullMarked
package org.hotline.switchboard.quartz;

import org.jspecify.annotations.NullMarked;
