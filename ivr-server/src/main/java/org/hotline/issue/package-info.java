/**
 * What callers may need: the tree of issues, and how likely each is as a call goes on.
 *
 * <p>May import: {@code speech} (its languages).
 *
 * <p>Threads: everything is immutable.
 */
@NullMarked
package org.hotline.issue;

import org.jspecify.annotations.NullMarked;
