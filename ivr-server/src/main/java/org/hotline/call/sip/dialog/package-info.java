/**
 * One call's signalling: how its INVITE goes in either direction, what happens in its dialog (RFC 3261 section 12) until
 * BYE, and the {@code Call} that its owner holds.
 *
 * <p>May import: {@code call.sip.stack}; {@code call} with its leaves {@code sdp}, {@code rtp} and {@code digest}.
 *
 * <p>Threads: all signalling of a call happens in its mailbox.
 */
@NullMarked
package org.hotline.call.sip.dialog;

import org.jspecify.annotations.NullMarked;
