/**
 * What a talk asks of the firm's systems, and changes there: queries, their sources, and the port behind which the adapters lie.
 *
 * <p>May import: {@code speech}.
 *
 * <p>Threads: any; a lookup blocks the thread that asks, which is never a call's own.
 */
@NullMarked
package org.hotline.conversation.lookup;

import org.jspecify.annotations.NullMarked;
