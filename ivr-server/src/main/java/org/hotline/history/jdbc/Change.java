package org.hotline.history.jdbc;

import org.hotline.history.CallEvent;
import org.hotline.history.CdrProjection;

/**
 * What a batch makes of one call.
 *
 * @param before before it; the call has no row yet if this has no events
 * @param projection after the events so far
 */
record Change(CdrProjection before, CdrProjection projection) {
    /** No change yet. */
    Change(CdrProjection projection) {
        this(projection, projection);
    }

    Change on(CallEvent event) {
        return new Change(before, projection.on(event));
    }

    /** True if the call has no row yet. */
    boolean isFresh() {
        return before.events() == 0;
    }

    /** True if the call's row must be written again: most events (signalling, offers, speech) change nothing in it. */
    boolean isOfTheRecord() {
        return !projection.cdr().equals(before.cdr())
                || projection.archived() != before.archived()
                || projection.purged() != before.purged()
                || projection.messagesDue() != before.messagesDue();
    }
}
