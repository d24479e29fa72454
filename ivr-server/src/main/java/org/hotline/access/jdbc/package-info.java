/**
 * Users and the audit log in the database (table definitions: {@code db/migration/V30__users.sql}).
 *
 * <p>May import: {@code access}, java.sql.
 *
 * <p>Threads: any thread; each call borrows one connection.
 */
@NullMarked
package org.hotline.access.jdbc;

import org.jspecify.annotations.NullMarked;
