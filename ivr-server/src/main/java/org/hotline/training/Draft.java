package org.hotline.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.hotline.dialplan.IssuesReader;
import org.hotline.issue.IssueTree;
import org.hotline.speech.Language;
import org.hotline.speech.Transcript;
import org.hotline.yaml.Complaint;
import org.jspecify.annotations.Nullable;

/** The tree that the trainers of a hotline work on. Any thread; a change waits for the one before it. Throws as {@link Training} does. */
public final class Draft {
    private final Hotline hotline;
    private final Shelf shelf;
    private final Labels labels;
    private final Learning learning;
    private final OnAir onAir;
    private final DraftTrials trials;
    private final Clock clock;
    private final ReadOnce<IssueTree> bases = new ReadOnce<>();
    private final ReentrantLock drafting = new ReentrantLock();

    @Nullable
    private volatile Checked checked;

    /** Checking takes as long as reading: it is done once for each change. */
    private record Checked(Syllabus syllabus, LocalDate day, List<String> problems) {}

    Draft(Hotline hotline, Shelf shelf, Labels labels, Learning learning, OnAir onAir, Clock clock) {
        this.hotline = hotline;
        this.shelf = shelf;
        this.labels = labels;
        this.learning = learning;
        this.onAir = onAir;
        this.trials = learning.draftTrials();
        this.clock = clock;
    }

    /** As trainers have left it; if they have not begun, the version in force, else the plans' own tree. */
    public Syllabus syllabus() {
        return shelf.draft().orElseGet(this::beginning);
    }

    private Syllabus beginning() {
        return shelf.inForce().map(shelf::syllabus).orElseGet(hotline::asRead);
    }

    private IssueTree base() {
        return bases.of(
                List.of(hotline.folder().resolve(IssuesReader.FILE)),
                () -> hotline.base().tree());
    }

    /** What of it is wrong, a sentence each: it cannot be learnt before that is put right. */
    public List<String> problems() {
        Syllabus now = syllabus();
        Checked known = checked;
        if (known == null || !known.syllabus().equals(now) || !known.day().equals(LocalDate.now(clock))) {
            known = new Checked(
                    now,
                    LocalDate.now(clock),
                    learning.problems(now).stream().map(Complaint::toString).toList());
            checked = known;
        }
        return known.problems();
    }

    /** Makes a change. */
    public Syllabus edit(Edit edit) {
        drafting.lock();
        try {
            Syllabus changed = Editing.apply(syllabus(), edit);
            shelf.keepDraft(changed);
            return changed;
        } finally {
            drafting.unlock();
        }
    }

    /**
     * What a change would do: utterances of the tree that belong to another issue after it.
     *
     * @return by how the draft has them
     */
    public Preview preview(Edit edit) {
        Syllabus before = syllabus();
        return Preview.of(before, Editing.apply(before, edit));
    }

    /** Takes the tree as the plans' folder has it now, in the place of what trainers have done. */
    public void beginWithBase() {
        drafting.lock();
        try {
            shelf.keepDraft(Syllabus.of(base()));
        } finally {
            drafting.unlock();
        }
    }

    /**
     * What was changed by hand in the plans' tree, and is not used.
     *
     * @throws Refused if the file cannot be read
     */
    public ByHand byHand() {
        return ByHand.of(base(), syllabus(), onAir.syllabus());
    }

    /**
     * Puts what was changed by hand in the plans' tree into it, beside what trainers have done.
     *
     * @return where both did something else
     * @throws Refused if the file cannot be read
     */
    public List<TakenOver.Conflict> takeOver() {
        IssueTree written = base();
        drafting.lock();
        try {
            TakenOver taken = TakenOver.of(syllabus(), written);
            shelf.keepDraft(taken.syllabus());
            return taken.conflicts();
        } finally {
            drafting.unlock();
        }
    }

    /**
     * Throws it away: trainers begin anew with the version in force, or the plans' own tree. Utterances whose labels taught what is
     * not there are in the inbox again.
     */
    public void discard() {
        drafting.lock();
        try {
            shelf.dropDraft();
        } finally {
            drafting.unlock();
        }
    }

    /** How many of its issues and utterances are otherwise in what is in force. */
    public int changes() {
        return Comparison.changes(onAir.syllabus(), syllabus());
    }

    /**
     * What a caller's sentence would be taken for by it; it is learnt for that if it has changed, which takes seconds for some
     * hundred issues.
     *
     * @return nothing if the draft is what is in force
     */
    public Optional<Trial> tried(Language language, Transcript heard) {
        Syllabus draft = syllabus();
        return draft.teaches(onAir.syllabus()) ? Optional.empty() : Optional.of(trials.tried(draft, language, heard));
    }

    /**
     * Labels utterances: an issue's go into the draft, noise too. Who labelled one first is right: another's label stays,
     * and what is said now is kept as an opinion; but a label that has come to nothing ({@link Taught}) stays nobody's.
     *
     * @param by the trainer's login name
     * @param utterances as the inbox has them
     * @return the labels of others that stay
     */
    public List<Labels.Given> label(String by, List<Utterance> utterances, Label label) {
        drafting.lock();
        try {
            Map<Utterance.Id, Labels.Given> all = labels.all(hotline.name());
            Syllabus draft = syllabus();
            Taught taught = new Taught(draft);
            List<Labels.Given> others = utterances.stream()
                    .flatMap(utterance -> Optional.ofNullable(all.get(utterance.id()))
                            .filter(given -> taught.stands(utterance, given.label()))
                            .stream())
                    .filter(given -> !given.by().equals(by))
                    .toList();
            Labelling labelling = new Labelling(draft);
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
            labels.opine(
                    hotline.name(),
                    others.stream()
                            .map(other -> new Labels.Given(other.utterance(), label, by, clock.instant(), false))
                            .toList());
            labelling.changed().ifPresent(shelf::keepDraft);
            return others;
        } finally {
            drafting.unlock();
        }
    }

    /** Takes a trainer's own labels and opinions back, and what they added. */
    public void unlabel(String by, List<Utterance> utterances) {
        drafting.lock();
        try {
            Labelling labelling = new Labelling(syllabus());
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
            labels.takeOpinionsBack(by, utterances.stream().map(Utterance::id).collect(Collectors.toSet()));
        } finally {
            drafting.unlock();
        }
    }

    /**
     * Puts sentences from elsewhere into it, each with what it is.
     *
     * @return how many of them are new there
     */
    public int teach(List<Labelled> sentences) {
        drafting.lock();
        try {
            Labelling labelling = new Labelling(syllabus());
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
}
