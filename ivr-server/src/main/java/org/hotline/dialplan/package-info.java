/**
 * Conversations written down: read, check, draw and rehearse dialplans.
 *
 * <p>May import: {@code conversation} and the rooms below it.
 *
 * <p>Threads: plans are immutable once read.
 */
@NullMarked
package org.hotline.dialplan;

import org.jspecify.annotations.NullMarked;
