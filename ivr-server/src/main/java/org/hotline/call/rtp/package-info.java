/**
 * Media of a call over RTP (RFC 3550, RFC 3551): G.711 in 20 ms packets, keys as telephone events (RFC 4733), reports.
 *
 * <p>May import: {@code call} and {@code audio}.
 *
 * <p>Threads: one pacer sends, one receiver reads, for all legs; the call's own (virtual) thread encodes, decodes and
 * conceals in {@link RtpLeg#exchange}, so that work for one call never delays the packets of another.
 */
@NullMarked
package org.hotline.call.rtp;

import org.jspecify.annotations.NullMarked;
