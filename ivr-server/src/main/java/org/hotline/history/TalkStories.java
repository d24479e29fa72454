package org.hotline.history;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hotline.call.CallId;

/** Reads the stories of many calls, one after the other. Any thread; throws {@link StoreUnavailable}. */
public interface TalkStories {
    /**
     * How calls went that a step located problems in, oldest first; purged calls are left out.
     *
     * @param dialplans only of these
     * @param from arrived then or later
     */
    void located(Set<String> dialplans, Instant from, Consumer<Story> reader);

    /**
     * What was said and decided in a call.
     *
     * @param events {@link CallEvent.TurnTaken}, {@link CallEvent.Decided}, {@link CallEvent.IssueLocated}, in order
     */
    record Story(CallId call, String dialplan, List<CallEvent> events) {}
}
