/**
 * Who may see and do what: users, roles, passwords, sessions, the audit log.
 *
 * <p>May import: nothing of the house.
 *
 * <p>Threads: any thread.
 */
@NullMarked
package org.hotline.access;

import org.jspecify.annotations.NullMarked;
