package org.hotline.training;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hotline.conversation.Comprehension;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.dialplan.Written;
import org.hotline.issue.belief.Locator;
import org.hotline.speech.Language;
import org.hotline.understanding.Learner;

/**
 * What a hotline's plans understand with on one day.
 *
 * @param version nothing for the plans' own tree
 * @param lessons by the plan's name, in the order learnt
 */
record Program(
        Optional<Integer> version, LocalDate day, Syllabus syllabus, Map<String, FutureTask<Comprehension>> lessons) {

    /** Nothing is learnt yet. */
    static Program of(Hotline hotline, Optional<Integer> version, Syllabus syllabus, Learner learner, LocalDate today) {
        Map<String, FutureTask<Comprehension>> lessons = new LinkedHashMap<>();
        for (Written written : hotline.plans()) {
            Dialplan plan = written.plan();
            List<String> strangers = syllabus.strangers(plan.language());
            lessons.put(
                    plan.name(),
                    new FutureTask<>(() ->
                            Comprehension.of(plan, syllabus.tree(), syllabus.priors(), strangers, learner, today)));
        }
        return new Program(version, today, syllabus, lessons);
    }

    void learn() {
        lessons.values().forEach(FutureTask::run);
    }

    /** Learnt by whoever asks first, if nobody has begun. */
    Map<String, Comprehension> comprehensions() {
        learn();
        Map<String, Comprehension> all = new LinkedHashMap<>();
        lessons.keySet().forEach(plan -> all.put(plan, comprehension(plan)));
        return all;
    }

    /** Waits until it is learnt. */
    Comprehension comprehension(String plan) {
        FutureTask<Comprehension> lesson = lessons.get(plan);
        if (lesson == null) {
            throw new IllegalArgumentException("no plan of this hotline: " + plan);
        }
        try {
            return lesson.get();
        } catch (InterruptedException hungUp) {
            throw new CancellationException("the caller did not wait");
        } catch (ExecutionException failed) {
            throw new CompletionException("the plan " + plan + " could not be learnt", failed.getCause());
        }
    }

    boolean awaitLearnt(Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        for (FutureTask<Comprehension> lesson : lessons.values()) {
            try {
                lesson.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException notLearnt) {
                return false;
            }
        }
        return true;
    }

    static Optional<Locator> locator(Map<String, Comprehension> byPlan, Language language) {
        return byPlan.values().stream()
                .flatMap(comprehension -> comprehension.triage().stream())
                .filter(triage -> triage.language() == language)
                .map(triage -> triage.locators().latest())
                .findFirst();
    }
}
