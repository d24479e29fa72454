/**
 * Locating a caller's problem: how likely each issue is after all that was said and known, and what to do next. Pure: no clock,
 * no chance, no input or output; the theory is on one page in {@code docs/rooms/issue.md}.
 *
 * <p>May import: the room's tree, {@code speech} (transcripts).
 *
 * <p>Threads: everything is immutable.
 */
@NullMarked
package org.hotline.issue.belief;

import org.jspecify.annotations.NullMarked;
