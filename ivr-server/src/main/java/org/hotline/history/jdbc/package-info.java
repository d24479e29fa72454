/**
 * The call store in a database: H2 inside the server, or PostgreSQL.
 *
 * <p>May import: {@code history}, {@code call}, {@code audio}.
 *
 * <p>Threads: any thread reads; one journal thread writes, many calls' events in one transaction.
 */
@NullMarked
package org.hotline.history.jdbc;

import org.jspecify.annotations.NullMarked;
