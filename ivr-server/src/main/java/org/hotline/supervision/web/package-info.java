/**
 * The house's web server: REST, the live board as server-sent events, recordings, the pages. The contract is
 * {@code openapi.yaml}.
 *
 * <p>May import: {@code supervision}, {@code access} and every room below, no other leaves.
 *
 * <p>Threads: each request on a virtual thread of its own; a stream of events holds its thread.
 */
@NullMarked
package org.hotline.supervision.web;

import org.jspecify.annotations.NullMarked;
