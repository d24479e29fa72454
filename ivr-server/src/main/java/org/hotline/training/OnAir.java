package org.hotline.training;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.hotline.conversation.Comprehension;
import org.hotline.conversation.Dialplan;
import org.hotline.conversation.triage.Triage;
import org.hotline.dialplan.Written;
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
    private volatile Program program;
    private final ReentrantLock refreshing = new ReentrantLock();

    /** @param byPlan comprehensions by the plan's name */
    private record Program(
            Optional<Integer> version, LocalDate day, Syllabus syllabus, Map<String, Comprehension> byPlan) {}

    /** Learns, or reads what was learnt; a version that cannot be read, or does not fit the plans any more, is passed over. */
    public OnAir(Hotline hotline, Shelf shelf, Learner learner, LocalDate today) {
        this.hotline = hotline;
        this.shelf = shelf;
        this.learner = learner;
        this.program = first(today);
    }

    /** What a plan's callers are understood with; nothing if the plan is not of this hotline. */
    public Optional<Comprehension> comprehension(Dialplan plan) {
        return Optional.ofNullable(program.byPlan().get(plan.name()));
    }

    /** The version that new calls get; nothing for the plans' own tree. */
    public Optional<Integer> version() {
        return program.version();
    }

    /** What new calls are understood from. */
    public Syllabus syllabus() {
        return program.syllabus();
    }

    /**
     * Takes the version in force for new calls, if it is another or it is another day. What is there stays if that fails.
     *
     * @return whether new calls get something else now
     */
    public boolean refresh(LocalDate today) {
        refreshing.lock();
        try {
            Program before = program;
            Optional<Integer> wanted = shelf.inForce();
            if (before.version().equals(wanted) && before.day().equals(today)) {
                return false;
            }
            program = program(wanted, today);
            LOG.atInfo()
                    .addKeyValue("hotline", hotline.name())
                    .addKeyValue("version", wanted.map(String::valueOf).orElse("the plans' own tree"))
                    .log("New calls are understood by another version");
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
        return locator(program.byPlan(), language);
    }

    static Optional<Locator> locator(Map<String, Comprehension> byPlan, Language language) {
        return byPlan.values().stream()
                .flatMap(comprehension -> comprehension.triage().stream())
                .filter(triage -> triage.language() == language)
                .map(Triage::locator)
                .findFirst();
    }

    private Program first(LocalDate today) {
        Optional<Integer> wanted = Optional.empty();
        try {
            wanted = shelf.inForce();
            return program(wanted, today);
        } catch (RuntimeException unusable) {
            if (wanted.isEmpty()) {
                throw unusable;
            }
            LOG.atError()
                    .addKeyValue("hotline", hotline.name())
                    .addKeyValue("version", wanted.get())
                    .setCause(unusable)
                    .log("The version in force cannot be used; the plans' own tree is, until another is published");
            return program(Optional.empty(), today);
        }
    }

    private Program program(Optional<Integer> version, LocalDate today) {
        Syllabus syllabus = version.map(shelf::syllabus)
                .orElseGet(() -> Syllabus.of(hotline.base().tree()));
        syllabus.checkAgainst(hotline);
        return new Program(version, today, syllabus, comprehensions(hotline, syllabus, learner, today));
    }

    static Map<String, Comprehension> comprehensions(
            Hotline hotline, Syllabus syllabus, Learner learner, LocalDate today) {
        Map<String, Comprehension> byPlan = new LinkedHashMap<>();
        for (Written written : hotline.plans()) {
            Dialplan plan = written.plan();
            List<String> strangers = syllabus.strangers(plan.language());
            byPlan.put(
                    plan.name(), Comprehension.of(plan, syllabus.tree(), syllabus.priors(), strangers, learner, today));
        }
        return byPlan;
    }
}
