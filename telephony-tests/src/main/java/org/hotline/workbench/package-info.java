/**
 * What one does with a hotline at one's desk: call it, see it work ({@code demo}), measure it ({@code bench}).
 *
 * <p>Threads: commands run on the main thread.
 */
@NullMarked
package org.hotline.workbench;

import org.jspecify.annotations.NullMarked;
