package org.hotline.training;

import java.util.List;
import java.util.Optional;

/** Where a rollback leads. */
final class Publications {
    private Publications() {}

    /**
     * @param to nothing for the one before
     * @throws Refused if it was never in force
     */
    static Optional<Integer> earlier(List<Shelf.Publication> all, Optional<Integer> to) {
        if (all.isEmpty()) {
            throw new Refused("nothing was ever published", "the plans' own tree is in force; publish a version first");
        }
        if (to.isEmpty()) {
            return before(all);
        }
        if (all.stream().noneMatch(publication -> publication.version().equals(to))) {
            throw new Refused(
                    "version " + to.get() + " was never in force",
                    "only what was can be gone back to; publish it instead");
        }
        return to;
    }

    /** What was in force before the present one came; going back twice goes back two. */
    private static Optional<Integer> before(List<Shelf.Publication> all) {
        Optional<Integer> now = all.getLast().version();
        if (now.isEmpty()) {
            throw new Refused("the plans' own tree is in force", "there is nothing before it; publish a version");
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).version().equals(now)) {
                return i == 0 ? Optional.empty() : all.get(i - 1).version();
            }
        }
        return Optional.empty();
    }
}
