package org.hotline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hotline.call.PhoneNumber;
import org.hotline.conversation.Comprehension;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.dialplan.DialplanCheck;
import org.hotline.dialplan.DialplanReader;
import org.hotline.dialplan.Surroundings;
import org.hotline.dialplan.Written;
import org.hotline.issue.IssueTree;
import org.hotline.training.OnAir;
import org.hotline.yaml.Complaint;

/**
 * All dialplans of a folder, with what their callers are understood with. That is learnt by a thread of its own, one plan after
 * the other: a tree of some hundred issues takes seconds, and telephones are answered meanwhile. Any thread.
 */
final class Plans implements AutoCloseable {
    /** Learning notices within a part of a second that it is to stop. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Dialplan> byNumber = new LinkedHashMap<>();
    private final Map<String, OnAir> byPlan = new LinkedHashMap<>();
    private final List<School> schools = new ArrayList<>();
    private final Thread learning =
            Thread.ofPlatform().daemon().name("learning").unstarted(this::learn);

    /** Plans that cannot be served: every complaint, one a line. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(List<Complaint> complaints) {
            super(String.join(
                    System.lineSeparator(),
                    complaints.stream().map(Complaint::toString).toList()));
        }
    }

    /**
     * Reads and checks every folder of {@code root} that holds a {@code dialplan.yaml}. Whether it can be spoken and heard
     * here is left to {@code hotline check}: a word that no model knows is no reason to answer nobody.
     *
     * @param queues the queues that there are
     * @param data where versions of trees are, and what was learnt is kept
     * @throws Refused if a plan has a mistake that a caller would meet
     */
    static Plans in(Path root, Set<String> queues, Path data) throws Refused {
        Surroundings surroundings = Surroundings.withQueues(Optional.of(queues));
        List<Written> read = read(root, surroundings);
        Plans plans = new Plans();
        for (Written written : read) {
            written.plan().numbers().forEach(number -> plans.byNumber.put(number, written.plan()));
            if (written.plan().issues().isEmpty()) {
                plans.byPlan.put(
                        written.plan().name(),
                        School.of(written, root, surroundings, data).onAir());
            }
        }
        for (String hotline : hotlines(read)) {
            School school = School.of(hotline, root, read, surroundings, data);
            plans.schools.add(school);
            school.hotline()
                    .plans()
                    .forEach(written -> plans.byPlan.put(written.plan().name(), school.onAir()));
        }
        plans.learning.start();
        return plans;
    }

    private void learn() {
        onAir().forEach(OnAir::learn);
    }

    /** Stops learning: nobody calls any more. */
    @Override
    public void close() {
        learning.interrupt();
        try {
            learning.join(PATIENCE);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** @throws Refused if a plan has a mistake */
    static List<Written> read(Path root, Surroundings surroundings) throws Refused {
        List<Written> read = new ArrayList<>();
        List<Complaint> complaints = new ArrayList<>();
        for (Path folder : folders(root)) {
            switch (DialplanReader.read(folder)) {
                case DialplanReader.Reading.Read plan -> {
                    read.add(plan.written());
                    complaints.addAll(DialplanCheck.of(plan.written(), surroundings));
                }
                case DialplanReader.Reading.Refused refused -> complaints.addAll(refused.complaints());
            }
        }
        complaints.addAll(DialplanCheck.together(read));
        if (!complaints.isEmpty()) {
            throw new Refused(complaints);
        }
        return read;
    }

    /** The hotlines whose trees the plans name. */
    static Set<String> hotlines(List<Written> plans) {
        Set<String> names = new TreeSet<>();
        plans.forEach(written -> written.plan().issues().map(IssueTree::hotline).ifPresent(names::add));
        return names;
    }

    Optional<Dialplan> dialled(PhoneNumber number) {
        return Optional.ofNullable(byNumber.get(number.text()));
    }

    /** Waits until it is learnt. */
    Comprehension comprehension(Dialplan plan) {
        OnAir onAir = byPlan.get(plan.name());
        if (onAir == null) {
            throw new IllegalArgumentException("no plan of this folder: " + plan.name());
        }
        return onAir.comprehension(plan);
    }

    /** Waits until all plans are learnt; false if that takes longer than {@code within}. */
    boolean awaitLearnt(Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        for (OnAir each : onAir()) {
            if (!each.awaitLearnt(Duration.ofNanos(end - System.nanoTime()))) {
                return false;
            }
        }
        return true;
    }

    /** What callers are understood with, one a hotline, and one for each plan that has no tree. */
    private Set<OnAir> onAir() {
        return new LinkedHashSet<>(byPlan.values());
    }

    /** What trainers need of each hotline that has a tree. */
    List<School> schools() {
        return List.copyOf(schools);
    }

    /** Numbers that can be dialled, with the plans they lead to. */
    Map<String, Dialplan> numbers() {
        return Map.copyOf(byNumber);
    }

    /** What a plan may look up or do, by the plan's name and its own. */
    Optional<Query> query(String plan, String name) {
        return byNumber.values().stream()
                .filter(known -> known.name().equals(plan))
                .findFirst()
                .flatMap(known -> Optional.ofNullable(known.queries().get(name)));
    }

    static List<Path> folders(Path root) {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(folder -> Files.exists(folder.resolve("dialplan.yaml")))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException("cannot read the dialplans in " + root, missing);
        }
    }
}
