package org.hotline.training;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.hotline.history.TalkStories;
import org.hotline.speech.Language;
import org.hotline.speech.Transcript;
import org.hotline.yaml.Complaint;

/**
 * One hotline's trainers' room: draft, inbox, versions. Any thread; a change to the draft waits for the one before it.
 *
 * <p>Everything throws {@link Refused} if it asks for what cannot be, {@link org.hotline.history.StoreUnavailable} while the
 * database is away, and {@link java.io.UncheckedIOException} if the folder cannot be read or written.
 */
public final class Training {
    private final Hotline hotline;
    private final Shelf shelf;
    private final Labels labels;
    private final Learning learning;
    private final Inboxes inboxes;
    private final OnAir onAir;
    private final DraftTrials drafted;
    private final Clock clock;
    private final ReentrantLock drafting = new ReentrantLock();
    private volatile Job job = new Job.None();

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
        this.drafted = learning.draftTrials();
        this.clock = clock;
    }

    public Hotline hotline() {
        return hotline;
    }

    /** What trainers work on: their draft, else the version in force, else the plans' own tree. */
    public Syllabus draft() {
        return shelf.draft()
                .orElseGet(() -> shelf.inForce()
                        .map(shelf::syllabus)
                        .orElseGet(() -> Syllabus.of(hotline.base().tree())));
    }

    /** What of the draft is wrong, a sentence each: it cannot be learnt before that is put right. */
    public List<String> problems() {
        return learning.problems(draft()).stream().map(Complaint::toString).toList();
    }

    /** Makes a change to the draft. */
    public Syllabus edit(Edit edit) {
        drafting.lock();
        try {
            Syllabus changed = Editing.apply(draft(), edit);
            shelf.keepDraft(changed);
            return changed;
        } finally {
            drafting.unlock();
        }
    }

    /** Takes the tree as the plans' folder has it now for the draft, in the place of what trainers have done. */
    public void beginWithBase() {
        shelf.keepDraft(Syllabus.of(hotline.base().tree()));
    }

    /** Throws the draft away: trainers begin anew with the version in force, or the plans' own tree. */
    public void discardDraft() {
        shelf.dropDraft();
    }

    /**
     * What a change would do: utterances of the tree that belong to another issue after it.
     *
     * @return by how the draft has them
     */
    public Preview preview(Edit edit) {
        Syllabus before = draft();
        return Preview.of(before, Editing.apply(before, edit));
    }

    /** What was not located since then, clustered; takes a second for ten thousand utterances. */
    public Inbox inbox(Instant since) {
        return inboxes.since(since, onAir);
    }

    /**
     * Labels utterances: an issue's go into the draft, noise too. Who labelled one first is right: another's label stays.
     *
     * @param by the trainer's login name
     * @param utterances as the inbox has them
     * @return the labels of others that stay
     */
    public List<Labels.Given> label(String by, List<Utterance> utterances, Label label) {
        drafting.lock();
        try {
            Map<Utterance.Id, Labels.Given> all = labels.all(hotline.name());
            List<Labels.Given> others = utterances.stream()
                    .flatMap(utterance -> Optional.ofNullable(all.get(utterance.id())).stream())
                    .filter(given -> !given.by().equals(by))
                    .toList();
            Labelling labelling = new Labelling(draft());
            List<Labels.Given> given = utterances.stream()
                    .filter(utterance ->
                            others.stream().noneMatch(other -> other.utterance().equals(utterance.id())))
                    .map(utterance -> new Labels.Given(
                            utterance.id(),
                            label,
                            by,
                            clock.instant(),
                            labelling.teach(utterance.language(), utterance.text(), label)))
                    .toList();
            labels.give(hotline.name(), given);
            labelling.changed().ifPresent(shelf::keepDraft);
            return others;
        } finally {
            drafting.unlock();
        }
    }

    /** Takes a trainer's own labels back, and what they added to the draft. */
    public void unlabel(String by, List<Utterance> utterances) {
        drafting.lock();
        try {
            Labelling labelling = new Labelling(draft());
            Map<Utterance.Id, Labels.Given> all = labels.all(hotline.name());
            Set<Utterance.Id> own = new HashSet<>();
            for (Utterance utterance : utterances) {
                Labels.Given given = all.get(utterance.id());
                if (given != null && given.by().equals(by)) {
                    labelling.forget(utterance, given);
                    own.add(utterance.id());
                }
            }
            labelling.changed().ifPresent(shelf::keepDraft);
            labels.takeBack(hotline.name(), own);
        } finally {
            drafting.unlock();
        }
    }

    /**
     * What a caller's sentence would be taken for by the version in force.
     *
     * @param heard not empty
     */
    public Trial tried(Language language, Transcript heard) {
        return onAir.tried(language, heard);
    }

    /**
     * The same by the draft, which is learnt for it if it has changed: that takes seconds for some hundred issues.
     *
     * @return nothing if the draft is what is in force
     */
    public Optional<Trial> triedInDraft(Language language, Transcript heard) {
        Syllabus draft = draft();
        return draft.equals(onAir.syllabus()) ? Optional.empty() : Optional.of(drafted.tried(draft, language, heard));
    }

    /** How many issues and utterances of the draft are otherwise in what is in force. */
    public int changes() {
        Syllabus draft = draft();
        return Comparison.changes(onAir.syllabus(), draft);
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
        Job.Running running = new Job.Running(request.by(), clock.instant(), "begun", 0, 1);
        begin(running);
        Thread.ofPlatform().name("training").daemon().start(() -> {
            try {
                Version version = learn(
                        request,
                        (stage, done, of) -> job = new Job.Running(request.by(), running.since(), stage, done, of));
                job = new Job.Done(version);
            } catch (RuntimeException failed) {
                job = new Job.Failed(request.by(), clock.instant(), String.valueOf(failed.getMessage()));
            }
        });
    }

    private void begin(Job.Running running) {
        drafting.lock();
        try {
            if (job instanceof Job.Running) {
                throw new Refused("a version is being learnt already", "wait until it is done");
            }
            job = running;
        } finally {
            drafting.unlock();
        }
    }

    public Job job() {
        return job;
    }

    /** Learns the draft, tries it, and keeps it as a new version; takes as long as learning ten times a language. */
    public Version learn(Request request, Progress progress) {
        Syllabus draft = draft();
        if (request.calls().isEmpty()) {
            return learning.learn(draft, new PastCalls(List.of()), shelf, request, progress);
        }
        progress.at("reading calls", 0, 1);
        PastCalls calls = new PastCalls(inboxes.calls(request.calls().get()));
        shelf.keepConfirmed(calls.confirmed());
        return learning.learn(calls.teach(draft), calls, shelf, request, progress);
    }

    /**
     * Puts sentences from elsewhere into the draft, each with what it is.
     *
     * @return how many of them are new there
     */
    public int teach(List<Labelled> sentences) {
        drafting.lock();
        try {
            Labelling labelling = new Labelling(draft());
            int taught = 0;
            for (Labelled sentence : sentences) {
                taught += labelling.teach(sentence.language(), sentence.text(), sentence.label()) ? 1 : 0;
            }
            labelling.changed().ifPresent(shelf::keepDraft);
            return taught;
        } finally {
            drafting.unlock();
        }
    }

    /**
     * Puts a version in force for new calls, if it stands against the one in force: nothing that one understands is lost, and the
     * rehearsals go as written. Takes a second or two.
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
