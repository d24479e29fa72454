package org.hotline.training;

import java.time.Instant;
import java.util.Optional;

/**
 * A tree that was learnt, with all that was found out about it. Never changes.
 *
 * @param number counted from 1
 * @param by who had it made: a trainer's login name, or {@code console}
 * @param why in their words; may be empty
 * @param comparedWith the version in force then; nothing for the plans' own tree
 * @param learntFrom how many past calls the priors were learnt from
 */
public record Version(
        int number,
        Instant made,
        String by,
        String why,
        Optional<Integer> comparedWith,
        int learntFrom,
        Report report) {}
