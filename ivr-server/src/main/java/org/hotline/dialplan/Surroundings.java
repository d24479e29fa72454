package org.hotline.dialplan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline.speech.Language;
import org.hotline.speech.Recognizer;
import org.hotline.speech.Synthesizer;

/**
 * What a plan will run with, as far as it is known when it is checked.
 *
 * @param queues the queues that there are
 * @param voice what will speak its prompts
 * @param announcements what the house itself says to callers and agents, by language
 * @param recognizer what will hear its callers
 */
public record Surroundings(
        Optional<Set<String>> queues,
        Optional<Synthesizer> voice,
        Map<Language, List<String>> announcements,
        Optional<Recognizer> recognizer) {
    /** Nothing is known. */
    public static final Surroundings UNKNOWN = withQueues(Optional.empty());

    /** Nothing but these queues is known. */
    public static Surroundings withQueues(Optional<Set<String>> queues) {
        return new Surroundings(queues, Optional.empty(), Map.of(), Optional.empty());
    }
}
