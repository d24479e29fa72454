package org.hotline.issue;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days on which an issue exists.
 *
 * @param from the first day; nothing for since ever
 * @param until the last day; nothing for ever
 */
public record InForce(Optional<LocalDate> from, Optional<LocalDate> until) {
    public static final InForce ALWAYS = new InForce(Optional.empty(), Optional.empty());

    public boolean on(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
