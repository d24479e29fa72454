package org.hotline.conversation;

import java.util.Optional;

/**
 * Something said at a question that is no answer to it.
 *
 * @param meaning what the turn was understood as
 * @param next where it leads; nothing if the question is still to be answered first
 */
record Aside(String meaning, Optional<Next> next) {
    static Aside leading(String meaning, String step) {
        return new Aside(meaning, Optional.of(new Next.Go(step)));
    }

    static Aside later(String meaning) {
        return new Aside(meaning, Optional.empty());
    }
}
