package org.hotline.call.sip;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline.call.CallId;
import org.hotline.call.sip.dialog.SipCall;

/** The calls there are just now. Any thread. */
final class Calls {
    private final Map<CallId, SipCall> present = new ConcurrentHashMap<>();

    void add(SipCall call) {
        present.put(call.id(), call);
        if (call.isOver()) { // it ended before it was entered
            present.remove(call.id());
        }
    }

    void remove(CallId id) {
        present.remove(id);
    }

    int count() {
        return present.size();
    }

    List<SipCall> all() {
        return List.copyOf(present.values());
    }
}
