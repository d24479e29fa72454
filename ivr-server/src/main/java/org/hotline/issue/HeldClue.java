package org.hotline.issue;

import java.util.Optional;

/**
 * A clue that holds for a caller. Written {@code order-late}, or with the issue that it names for this caller:
 * {@code called-lately:parcel-late}.
 *
 * @param clue its name in the tree
 * @param issue the issue that an earlier call, a ticket and the like were about
 */
public record HeldClue(String clue, Optional<String> issue) {
    private static final char NAMES = ':';

    /** As a lookup or a call's record writes it. */
    public static HeldClue of(String written) {
        int colon = written.indexOf(NAMES);
        return colon < 0
                ? new HeldClue(written, Optional.empty())
                : new HeldClue(written.substring(0, colon), Optional.of(written.substring(colon + 1)));
    }

    /** That it holds and names this issue. */
    public static String naming(String clue, String issue) {
        return clue + NAMES + issue;
    }

    /** Whether it names this issue. */
    public boolean names(String other) {
        return issue.filter(other::equals).isPresent();
    }
}
