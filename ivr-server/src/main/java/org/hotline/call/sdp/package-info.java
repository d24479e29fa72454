/**
 * Session descriptions (RFC 4566) and the offer/answer model for one audio stream (RFC 3264).
 *
 * <p>May import: {@code call}, {@code audio}.
 *
 * <p>Threads: values; a {@link org.hotline.call.sdp.Negotiation} belongs to its call's mailbox.
 */
@NullMarked
package org.hotline.call.sdp;

import org.jspecify.annotations.NullMarked;
