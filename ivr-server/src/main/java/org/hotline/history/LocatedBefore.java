package org.hotline.history;

import java.time.Instant;
import java.util.List;

/** What calls from one number were located as. Any thread; throws {@link StoreUnavailable}. */
@FunctionalInterface
public interface LocatedBefore {
    /**
     * The issues, that of the latest call first, each once; of the latest calls only. What was located within the last few seconds may
     * be missing.
     *
     * @param calling as received, exactly
     * @param since arrived then or later
     */
    List<String> issues(String calling, Instant since);
}
