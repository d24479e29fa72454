/**
 * Asterisk's app_queue as it is told by its manager interface (AMI).
 *
 * <p>May import: {@code queue}, {@code call}; asterisk-java's events and actions.
 *
 * <p>Threads: no own; pure but for asterisk-java's beans.
 */
@NullMarked
package org.hotline.queue.asterisk;

import org.jspecify.annotations.NullMarked;
