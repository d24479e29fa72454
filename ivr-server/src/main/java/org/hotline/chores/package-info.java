/**
 * Work on calls that are over: archiving, retention, messages as text, and the endings that a crash left out.
 *
 * <p>May import: {@code history}, {@code recording}, {@code queue}, {@code speech} and the rooms below them; no leaves.
 *
 * <p>Threads: each chore belongs to one thread at a time, never a call's.
 */
@NullMarked
package org.hotline.chores;

import org.jspecify.annotations.NullMarked;
