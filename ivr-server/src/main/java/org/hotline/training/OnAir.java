package org.hotline.training;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.ReentrantLock;
import org.hotline.conversation.Comprehension;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.issue.belief.Locator;
import org.hotline.speech.Language;
import org.hotline.speech.Transcript;
import org.hotline.understanding.Learner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the callers of one hotline are understood with: the version in force, else the plans' own tree. A call keeps what it began
 * with; new calls get what is there. Any thread; asking is cheap, {@link #refresh} may take seconds.
 */
public final class OnAir {
    private static final Logger LOG = LoggerFactory.getLogger(OnAir.class);

    private final Hotline hotline;
    private final Shelf shelf;
    private final Learner learner;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final Set<Integer> unusable = new CopyOnWriteArraySet<>();
    private volatile Program program;

    /** A version that cannot be read, or does not fit the plans any more, is passed over. Nothing is learnt yet: {@link #learn}. */
    public OnAir(Hotline hotline, Shelf shelf, Learner learner, LocalDate today) {
        this.hotline = hotline;
        this.shelf = shelf;
        this.learner = learner;
        this.program = first(today);
    }

    /** Learns, or reads what was learnt, one plan after the other. */
    public void learn() {
        program.learn();
    }

    /** What a plan's callers are understood with; waits until it is learnt. */
    public Comprehension comprehension(Dialplan plan) {
        return program.comprehension(plan.name());
    }

    /** Waits until all is learnt; false if that takes longer than {@code within}, or cannot be. */
    public boolean awaitLearnt(Duration within) throws InterruptedException {
        return program.awaitLearnt(within);
    }

    /** The version that new calls get; nothing for the plans' own tree. */
    public Optional<Integer> version() {
        return program.version();
    }

    /** What new calls are understood from. */
    public Syllabus syllabus() {
        return program.syllabus();
    }

    /** How many changes were made by hand in the plans' tree, as it was read, that the version in force does not have. */
    public int changedByHand() {
        return ByHand.changes(program.syllabus(), hotline.asRead().tree());
    }

    /** The hotline's name. */
    public String name() {
        return hotline.name();
    }

    /**
     * Takes the version in force for new calls, if it is another or it is another day. What is there stays if that fails: the
     * exception is thrown once a version.
     *
     * @return whether new calls get something else now
     */
    public boolean refresh(LocalDate today) {
        refreshing.lock();
        try {
            Program before = program;
            Optional<Integer> wanted = shelf.inForce();
            boolean same = before.version().equals(wanted)
                    || wanted.filter(unusable::contains).isPresent();
            if (same && before.day().equals(today)) {
                return false;
            }
            program = learnt(same ? before.version() : wanted, today);
            LOG.atInfo()
                    .addKeyValue("hotline", hotline.name())
                    .addKeyValue("version", wanted.map(String::valueOf).orElse("the plans' own tree"))
                    .log("New calls are understood by what is in force now");
            return true;
        } finally {
            refreshing.unlock();
        }
    }

    /**
     * What a sentence would be taken for, said to the open question by a caller of whom nothing is known.
     *
     * @throws Refused if no plan that speaks this language locates problems
     */
    Trial tried(Language language, Transcript heard) {
        Locator locator = locator(language)
                .orElseThrow(() -> new Refused(
                        "no plan of " + hotline.name() + " locates problems in " + language.tag(),
                        "give one a step with locate:"));
        return Trial.of(locator, heard);
    }

    /** What locates problems in a language; nothing if no plan that speaks it does. */
    Optional<Locator> locator(Language language) {
        return Program.locator(program.comprehensions(), language);
    }

    private Program first(LocalDate today) {
        Optional<Integer> wanted = Optional.empty();
        try {
            wanted = shelf.inForce();
            return program(wanted, today);
        } catch (RuntimeException broken) {
            wanted.ifPresent(unusable::add);
            LOG.atError()
                    .addKeyValue("hotline", hotline.name())
                    .addKeyValue("version", wanted.map(String::valueOf).orElse("unknown"))
                    .setCause(broken)
                    .log("The version in force cannot be used; the plans' own tree is, until another is published");
            return program(Optional.empty(), today);
        }
    }

    private Program learnt(Optional<Integer> version, LocalDate today) {
        try {
            Program fresh = program(version, today);
            fresh.comprehensions();
            return fresh;
        } catch (RuntimeException broken) {
            version.ifPresent(unusable::add);
            throw broken;
        }
    }

    private Program program(Optional<Integer> version, LocalDate today) {
        Syllabus syllabus = version.map(shelf::syllabus).orElseGet(hotline::asRead);
        if (version.isPresent()) {
            syllabus.checkAgainst(hotline);
        }
        return Program.of(hotline, version, syllabus, learner, today);
    }
}
