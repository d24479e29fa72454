/**
 * Keeps what was learnt in files, so that it is learnt once.
 *
 * <p>May import: {@code understanding}, {@code speech}.
 *
 * <p>Threads: any; several processes may share a folder.
 */
@NullMarked
package org.hotline.understanding.files;

import org.jspecify.annotations.NullMarked;
