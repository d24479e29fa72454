/**
 * A hotline's draft and versions in files: {@code training/<hotline>} of the site's data.
 *
 * <p>May import: {@code training}, {@code dialplan}, {@code issue}, {@code speech}, Jackson.
 *
 * <p>Threads: any; several processes may share a folder.
 */
@NullMarked
package org.hotline.training.files;

import org.jspecify.annotations.NullMarked;
