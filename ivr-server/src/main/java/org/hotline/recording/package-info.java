/**
 * The audio of a call: tap, container, retention.
 *
 * <p>May import: {@code call}, {@code audio}.
 *
 * <p>Threads: the tap runs on the call's thread and only hands over; one writer thread touches files.
 */
@NullMarked
package org.hotline.recording;

import org.jspecify.annotations.NullMarked;
