package org.hotline.training;

import java.util.Locale;
import java.util.Optional;

/** What a trainer says an utterance is. */
public sealed interface Label {
    /** About this issue: the utterance is added to its own. */
    record About(String issue) implements Label {}

    /** About none. */
    enum None implements Label {
        /** Noise, half sentences, other people's business: taught as out of scope. */
        NOISE,
        /** In another language than the call's; teaches nothing. */
        OTHER_LANGUAGE,
        /** Not worth teaching. */
        IGNORE
    }

    /** As it is kept and written: an issue's name, or {@code *noise}, {@code *other-language}, {@code *ignore}. */
    default String written() {
        return switch (this) {
            case About about -> about.issue();
            case None none -> "*" + none.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** The label that is written so; nothing if it begins with a star and is none of these. */
    static Optional<Label> of(String written) {
        if (!written.startsWith("*")) {
            return Optional.of(new About(written));
        }
        for (None none : None.values()) {
            if (none.written().equals(written)) {
                return Optional.of(none);
            }
        }
        return Optional.empty();
    }
}
