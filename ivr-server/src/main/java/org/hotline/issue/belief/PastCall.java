package org.hotline.issue.belief;

import java.util.Set;
import java.util.stream.Stream;
import org.hotline.issue.HeldClue;

/**
 * A call whose issue is known: the caller said yes to it, or heard it and let it pass.
 *
 * @param clues those that held, as {@link HeldClue} writes them
 * @param issue its name
 */
public record PastCall(Set<String> clues, String issue) {
    /** This clue as it held; several times if it named several issues. */
    Stream<HeldClue> held(String clue) {
        return clues.stream().map(HeldClue::of).filter(held -> held.clue().equals(clue));
    }
}
