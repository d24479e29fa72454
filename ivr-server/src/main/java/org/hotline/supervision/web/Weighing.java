package org.hotline.supervision.web;

import java.util.List;
import org.hotline.history.CallEvent;

/** Why the conversation did what it did next to locate the issue, as the contract wants it. */
record Weighing(
        List<CallEvent.Decided.Option> options, List<CallEvent.Decided.Likely> issues, double outOfScope, double bits) {
    static Weighing of(CallEvent.Decided decided) {
        return new Weighing(decided.options(), decided.issues(), decided.outOfScope(), decided.bits());
    }
}
