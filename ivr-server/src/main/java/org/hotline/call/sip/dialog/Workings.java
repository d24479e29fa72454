package org.hotline.call.sip.dialog;

import org.hotline.call.CallId;
import org.hotline.call.sdp.Negotiation;
import org.hotline.call.sip.stack.Mailbox;
import org.hotline.call.sip.stack.Timers;

/** What the parts of one call's signalling share; all but the mailbox itself is used in the mailbox only. */
public record Workings(
        CallId id, Line line, Negotiation negotiation, Mailbox mailbox, Timers timers, SessionTimes times) {}
