/**
 * Lookups in the business's own tables, over JDBC.
 *
 * <p>May import: {@code conversation}, {@code speech}, Jdbi.
 *
 * <p>Threads: any thread.
 */
@NullMarked
package org.hotline.conversation.jdbc;

import org.jspecify.annotations.NullMarked;
