/**
 * Benchmarks: what a call costs, measured against floors and peers in the same run. Printed as tables, never asserted.
 *
 * <p>May import: everything below, and plain sockets for the other end of the line.
 *
 * <p>Threads: each benchmark says.
 */
@NullMarked
package org.hotline.bench;

import org.jspecify.annotations.NullMarked;
