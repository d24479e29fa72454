package org.hotline.conversation.triage;

import java.time.Instant;
import java.util.List;

/**
 * What a number called about before. Never needed: whoever does not know, or not soon enough, says nothing. Any thread but a call's; takes
 * as long as its own budget at the most, and never throws.
 */
@FunctionalInterface
public interface EarlierCalls {
    /** Remembers nothing. */
    EarlierCalls NONE = (calling, since) -> List.of();

    /**
     * The issues that calls from this number were located as, the latest first, each once.
     *
     * @param calling as received, not empty
     * @param since calls that arrived before that are forgotten
     */
    List<String> issues(String calling, Instant since);
}
