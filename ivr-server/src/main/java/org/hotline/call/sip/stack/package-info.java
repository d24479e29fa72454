/**
 * The SIP stack and what one message is: JAIN-SIP behind our guard, with its messages built, read, sent and told to the
 * ladder. Knows of calls only their identity.
 *
 * <p>May import: {@code call} with its leaf {@code guard}.
 *
 * <p>Threads: the stack's own; {@link org.hotline.call.sip.stack.Mailbox} takes work off them.
 */
@NullMarked
package org.hotline.call.sip.stack;

import org.jspecify.annotations.NullMarked;
