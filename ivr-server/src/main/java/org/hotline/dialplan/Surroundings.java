package org.hotline.dialplan;

import java.util.Optional;
import java.util.Set;
import org.hotline.speech.Recognizer;
import org.hotline.speech.Synthesizer;

/**
 * What a plan will run with, as far as it is known when it is checked.
 *
 * @param queues the queues that there are
 * @param voice what will speak its prompts
 * @param recognizer what will hear its callers
 */
public record Surroundings(Optional<Set<String>> queues, Optional<Synthesizer> voice, Optional<Recognizer> recognizer) {
    /** Nothing is known. */
    public static final Surroundings UNKNOWN = new Surroundings(Optional.empty(), Optional.empty(), Optional.empty());
}
