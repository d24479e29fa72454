package org.hotline.history.jdbc;

import org.hotline.history.CallEvent;
import org.hotline.history.CdrProjection;

/**
 * What a batch makes of one call.
 *
 * @param fresh the call has no row yet
 * @param projection after the events so far
 */
record Change(boolean fresh, CdrProjection projection) {
    Change on(CallEvent event) {
        return new Change(fresh, projection.on(event));
    }
}
