package org.hotline.training;

import java.time.Instant;

/** How far a hotline's learning is. */
public sealed interface Job {
    /** Nothing was learnt since the start. */
    record None() implements Job {}

    /**
     * Going on.
     *
     * @param stage in words: "utterances in en", "calls rehearsed"
     * @param done how many of {@code of} parts of the whole are done
     */
    record Running(String by, Instant since, String stage, int done, int of) implements Job {}

    /** There is a new version; whether it may be published its report says. */
    record Done(Version version) implements Job {}

    /** It ended without one. */
    record Failed(String by, Instant at, String why) implements Job {}

    /** The program ended while it was going on: there is no version of it, and it must be begun anew. */
    record Lost(Shelf.Begun begun) implements Job {}
}
