/**
 * The trainer's side: what callers said that was not located, the tree of issues as trainers change it, and the versions that
 * were learnt from it, tried, published and taken back. The page {@code docs/rooms/training.md} shows how it is used.
 *
 * <p>May import: {@code dialplan}, {@code history}, and the rooms below them.
 *
 * <p>Threads: everything public here may be used by any thread; learning takes seconds and belongs to whoever asks.
 */
@NullMarked
package org.hotline.training;

import org.jspecify.annotations.NullMarked;
