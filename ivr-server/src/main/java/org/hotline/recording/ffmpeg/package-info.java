/**
 * Archived recordings by FFmpeg's libraries, inside this process: Opus in Ogg (RFC 7845).
 *
 * <p>May import: {@code recording}, {@code audio}.
 *
 * <p>Threads: any but a call's; nothing is shared between two uses.
 */
@NullMarked
package org.hotline.recording.ffmpeg;

import org.jspecify.annotations.NullMarked;
