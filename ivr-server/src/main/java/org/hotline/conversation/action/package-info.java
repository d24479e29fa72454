/**
 * What a hotline does for its callers, written down before it is done, so that nothing is done twice and nothing stays in doubt.
 *
 * <p>May import: {@code conversation}, {@code call}, {@code speech}.
 *
 * <p>Threads: any thread.
 */
@NullMarked
package org.hotline.conversation.action;

import org.jspecify.annotations.NullMarked;
