package org.hotline.switchboard;

import org.hotline.call.CallId;
import org.slf4j.MDC;

/** Says for which call a thread works: {@code grep <callId>} in the log is the call's story. */
final class CallContext {
    private static final String KEY = "callId";

    private CallContext() {}

    static void run(CallId call, Runnable work) {
        MDC.put(KEY, call.text());
        try {
            ScopedValue.where(CallId.CURRENT, call).run(work);
        } finally {
            MDC.remove(KEY);
        }
    }
}
