package org.hotline.call.sip;

import org.hotline.call.CallId;
import org.hotline.call.sdp.Negotiation;

/** What the parts of one call's signalling share; all but the mailbox itself is used in the mailbox only. */
record Workings(CallId id, Line line, Negotiation negotiation, Mailbox mailbox, Timers timers, SessionTimes times) {}
