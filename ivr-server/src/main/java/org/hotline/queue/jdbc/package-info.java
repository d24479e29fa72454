/**
 * The queue journal in a relational database (H2, PostgreSQL).
 *
 * <p>May import: {@code queue}, {@code call}, JDBC.
 *
 * <p>Threads: one writer thread of its own.
 */
@NullMarked
package org.hotline.queue.jdbc;

import org.jspecify.annotations.NullMarked;
