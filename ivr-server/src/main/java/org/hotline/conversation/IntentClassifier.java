package org.hotline.conversation;

import java.util.Set;

/** Understands what a caller wants from what they said. Immutable once made: any thread. Takes milliseconds at the most. */
public interface IntentClassifier {
    /**
     * Understands an utterance.
     *
     * @param text as recognised; for Mandarin with or without blanks
     * @param among the intents that are possible here; others are never the answer, though they compete
     */
    Understanding understand(String text, Set<String> among);
}
