package org.hotline.training;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hotline.history.TalkStories;
import org.hotline.speech.Language;
import org.hotline.speech.Transcript;

/**
 * One hotline's trainers' room: draft, inbox, versions. Any thread.
 *
 * <p>Everything throws {@link Refused} if it asks for what cannot be, {@link org.hotline.history.StoreUnavailable} while the
 * database is away, and {@link java.io.UncheckedIOException} if the folder cannot be read or written.
 */
public final class Training implements AutoCloseable {
    private final Hotline hotline;
    private final Shelf shelf;
    private final Labels labels;
    private final Learning learning;
    private final Inboxes inboxes;
    private final OnAir onAir;
    private final Draft draft;
    private final Jobs jobs;
    private final Clock clock;

    /** @param onAir what callers are understood with; new versions are put there */
    public Training(
            Hotline hotline,
            Shelf shelf,
            Labels labels,
            TalkStories stories,
            Learning learning,
            OnAir onAir,
            Clock clock) {
        this.hotline = hotline;
        this.shelf = shelf;
        this.labels = labels;
        this.learning = learning;
        this.inboxes = new Inboxes(hotline, labels, stories, clock);
        this.onAir = onAir;
        this.draft = new Draft(hotline, shelf, labels, learning, onAir, clock);
        this.jobs = new Jobs(shelf, clock);
        this.clock = clock;
    }

    public Hotline hotline() {
        return hotline;
    }

    /** What trainers work on. */
    public Draft draft() {
        return draft;
    }

    /** What was not located since then, clustered; takes a second for ten thousand utterances. */
    public Inbox inbox(Instant since) {
        return inboxes.since(since, onAir, draft.syllabus());
    }

    /** What others have labelled since then, for a trainer to label too without knowing how. */
    public List<Cluster> again(String by, Instant since) {
        return inboxes.again(by, since, onAir, draft.syllabus());
    }

    /** How far trainers agree who labelled the same. */
    public Agreement agreement() {
        return Agreement.of(labels.all(hotline.name()), labels.opinions(hotline.name()));
    }

    /**
     * What a caller's sentence would be taken for by the version in force.
     *
     * @param heard not empty
     */
    public Trial tried(Language language, Transcript heard) {
        return onAir.tried(language, heard);
    }

    /** What a version's tree would change of what is in force: its issues and their utterances, without trying anything. */
    public Difference changes(int version) {
        Report report = shelf.version(version).report();
        return Comparison.of(
                report, onAir.syllabus().tree(), report, shelf.syllabus(version).tree(), List.of());
    }

    /** Oldest first. */
    public List<Version> versions() {
        return shelf.versions();
    }

    /** The version in force; nothing for the plans' own tree. */
    public Optional<Integer> inForce() {
        return shelf.inForce();
    }

    /** What came into force when, oldest first. */
    public List<Shelf.Publication> publications() {
        return shelf.publications();
    }

    /** From one version to another. */
    public Difference difference(int one, int other) {
        return learning.difference(
                shelf.version(one), shelf.syllabus(one), shelf.version(other), shelf.syllabus(other));
    }

    /** Begins to learn the draft on a thread of its own; {@link #job} says how far it is. */
    public void train(Request request) {
        jobs.begin(request, progress -> learn(request, progress));
    }

    public Job job() {
        return jobs.now();
    }

    /** Learns the draft, tries it, and keeps it as a new version; takes as long as learning ten times a language. */
    public Version learn(Request request, Progress progress) {
        Syllabus learnt = draft.syllabus();
        if (request.calls().isEmpty()) {
            return learning.learn(learnt, new PastCalls(List.of()), shelf, request, progress);
        }
        progress.at("reading calls", 0, 1);
        PastCalls calls = new PastCalls(inboxes.calls(request.calls().get()));
        shelf.keepConfirmed(calls.confirmed());
        return learning.learn(calls.teach(learnt), calls, shelf, request, progress);
    }

    /**
     * Puts a version in force for new calls, if it stands against the one in force: nothing that one understands is lost, and the
     * rehearsals go as written. Tries both, and learns one of them again if a newer program reads its models: seconds to
     * minutes.
     *
     * @return why it may not be published; empty if it is in force now
     */
    public List<String> publish(int number, String by) {
        List<String> obstacles = learning.obstacles(shelf.syllabus(number), shelf);
        if (obstacles.isEmpty()) {
            bring(Optional.of(number), by);
        }
        return obstacles;
    }

    /**
     * Goes back to the version that was in force before, or to a given one that was: at once, without trying it.
     *
     * @return what is in force now; nothing for the plans' own tree
     */
    public Optional<Integer> rollBack(Optional<Integer> to, String by) {
        Optional<Integer> earlier = Publications.earlier(shelf.publications(), to);
        bring(earlier, by);
        return earlier;
    }

    private void bring(Optional<Integer> version, String by) {
        shelf.publish(new Shelf.Publication(version, clock.instant(), by));
        onAir.refresh(LocalDate.now(clock));
    }

    /** Stops what is being learnt. */
    @Override
    public void close() {
        jobs.close();
    }

    /**
     * What is to be learnt.
     *
     * @param calls learn priors from calls since then, and try what was said in them; nothing to keep what the draft has
     */
    public record Request(String by, String why, Optional<Instant> calls) {}

    /** Told how far it is. */
    @FunctionalInterface
    public interface Progress {
        Progress NONE = (stage, done, of) -> {};

        void at(String stage, int done, int of);
    }
}
