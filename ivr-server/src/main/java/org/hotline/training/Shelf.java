package org.hotline.training;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps one hotline's draft, versions, and which was put in force when. Several processes may share it: a server, and who trains
 * beside it. Any thread; throws {@link java.io.UncheckedIOException}.
 */
public interface Shelf {
    /** What trainers work on; nothing if they have not begun, or begin anew. */
    Optional<Syllabus> draft();

    void keepDraft(Syllabus draft);

    void dropDraft();

    /** Oldest first. */
    List<Version> versions();

    /** @throws Refused if there is no such version */
    Version version(int number);

    /** @throws Refused if there is no such version, or it cannot be read */
    Syllabus syllabus(int number);

    /** Keeps a new version under the next number, whatever its own is, and says how it is kept. */
    Version keep(Syllabus syllabus, Version version);

    /** Which came into force when, oldest first. */
    List<Publication> publications();

    void publish(Publication publication);

    /** Sentences of past calls whose callers said yes, to be tried besides {@code regression.csv}. */
    List<Regression.Item> confirmed();

    void keepConfirmed(List<Regression.Item> items);

    /** What began to be learnt and has not come to an end, if only because the program ended before. */
    Optional<Begun> begun();

    void keepBegun(Begun begun);

    void dropBegun();

    /** The version in force; nothing for the plans' own tree. */
    default Optional<Integer> inForce() {
        List<Publication> all = publications();
        return all.isEmpty() ? Optional.empty() : all.getLast().version();
    }

    /** @param version nothing for the plans' own tree */
    record Publication(Optional<Integer> version, Instant at, String by) {}

    /** @param why in the words of who had it learnt; may be empty */
    record Begun(String by, Instant at, String why) {}
}
