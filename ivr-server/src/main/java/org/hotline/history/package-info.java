/**
 * What happened: call events, call detail records, turns (the store's port).
 *
 * <p>May import: {@code call}, {@code audio}.
 *
 * <p>Threads: any thread may append; the store decides durability.
 */
@NullMarked
package org.hotline.history;

import org.jspecify.annotations.NullMarked;
