package org.hotline.conversation;

import java.util.List;

/** What an utterance was understood as. */
public sealed interface Understanding {
    /** All intents that were possible, likeliest first, with probabilities that sum to 1 at the most. */
    List<Ranked> ranking();

    /** One intent is likely enough. */
    record Match(String intent, double probability, List<Ranked> ranking) implements Understanding {}

    /** None is. */
    record NoMatch(List<Ranked> ranking) implements Understanding {}

    record Ranked(String intent, double probability) {}
}
