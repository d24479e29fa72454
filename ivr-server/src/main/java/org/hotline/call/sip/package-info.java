/**
 * Telephone calls by SIP (RFC 3261) over UDP and TCP, IPv4 and IPv6: JAIN-SIP parses and keeps transactions and
 * dialogs; what a call does, who may make one and what a message must look like is decided here: who may call and who is called in this package, one call's signalling in {@code dialog}, the stack and its
 * messages in {@code stack}.
 *
 * <p>May import: {@code call} with its leaves {@code sdp}, {@code rtp}, {@code digest}, {@code registrar},
 * {@code guard}; {@code audio}.
 *
 * <p>Threads: the stack's own threads deliver messages and only post them to the mailbox of their call; a call's
 * signalling state is touched in its mailbox alone.
 */
@NullMarked
package org.hotline.call.sip;

import org.jspecify.annotations.NullMarked;
