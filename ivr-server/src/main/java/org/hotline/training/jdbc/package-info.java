/**
 * Trainers' labels in the database.
 *
 * <p>May import: {@code training}, {@code history}, {@code call}, Jdbi.
 *
 * <p>Threads: any.
 */
@NullMarked
package org.hotline.training.jdbc;

import org.jspecify.annotations.NullMarked;
