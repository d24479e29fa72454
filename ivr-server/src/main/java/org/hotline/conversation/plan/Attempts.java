package org.hotline.conversation.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to say when an answer does not come or is not understood. The place in a list is the attempt: the first no-match
 * says the first sentence, the second the second; after the last one the step gives up.
 *
 * @param noInput said after silence, in turn
 * @param noMatch said after something that was not understood, in turn
 * @param byKeys how to answer with the keys; said when speech cannot be understood at all, if written
 * @param giveUp the step to go on with when the sentences are used up
 */
public record Attempts(List<Wording> noInput, List<Wording> noMatch, Optional<Wording> byKeys, String giveUp) {
    List<Wording> wordings() {
        List<Wording> all = new ArrayList<>(noMatch);
        all.addAll(noInput);
        byKeys.ifPresent(all::add);
        return all;
    }
}
