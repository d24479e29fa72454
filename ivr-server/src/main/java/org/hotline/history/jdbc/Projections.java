package org.hotline.history.jdbc;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hotline.call.CallId;
import org.hotline.history.CdrProjection;

/**
 * What is known of calls without asking the database: of all that go on, and of some that ended lately, as the last
 * messages of a call come after its end.
 */
final class Projections {
    private static final int ENDED = 500;

    private final Map<CallId, CdrProjection> goingOn = new HashMap<>();
    private final Map<CallId, CdrProjection> ended = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, CdrProjection> eldest) {
            return size() > ENDED;
        }
    };

    Optional<CdrProjection> of(CallId call) {
        return Optional.ofNullable(goingOn.get(call)).or(() -> Optional.ofNullable(ended.get(call)));
    }

    void keep(CdrProjection projection) {
        CallId call = projection.cdr().id();
        if (projection.cdr().ending().isEmpty()) {
            goingOn.put(call, projection);
        } else {
            goingOn.remove(call);
            ended.put(call, projection);
        }
    }

    /** It is not certain any more what the database has. */
    void forget() {
        goingOn.clear();
        ended.clear();
    }
}
