/**
 * Chores on a schedule, by Quartz in the call database.
 *
 * <p>May import: {@code chores} and the rooms below it.
 *
 * <p>Threads: two of lowest priority, for all chores together.
 */
@NullMarked
package org.hotline.chores.quartz;

import org.jspecify.annotations.NullMarked;
