package org.hotline.switchboard;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline.call.Call;
import org.hotline.call.CallId;

/** Who waits now. Any thread. */
final class Waits {
    private final Map<CallId, Wait> going = new ConcurrentHashMap<>();

    /** A caller begins to wait; their wait before, if one has just been ended, is not closed yet perhaps. */
    Wait begin(Call call) {
        Wait wait = new Wait(call.id(), call.rate(), over -> going.remove(over.call(), over));
        going.put(call.id(), wait);
        return wait;
    }

    Optional<Wait> of(CallId call) {
        return Optional.ofNullable(going.get(call));
    }
}
