package org.hotline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hotline.call.PhoneNumber;
import org.hotline.conversation.Comprehension;
import org.hotline.conversation.Dialplan;
import org.hotline.conversation.Query;
import org.hotline.dialplan.DialplanCheck;
import org.hotline.dialplan.DialplanReader;
import org.hotline.dialplan.Surroundings;
import org.hotline.dialplan.Written;
import org.hotline.understanding.ensemble.EnsembleLearner;
import org.hotline.understanding.ensemble.Pace;
import org.hotline.yaml.Complaint;

/** All dialplans of a folder, with what its callers are understood with. Immutable once read; any thread. */
final class Plans {
    private final Map<String, Dialplan> byNumber = new LinkedHashMap<>();
    private final Map<String, Comprehension> trained = new HashMap<>();

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
     * @throws Refused if a plan has a mistake that a caller would meet
     */
    static Plans in(Path root, Set<String> queues) throws Refused {
        Surroundings surroundings = Surroundings.withQueues(Optional.of(queues));
        Plans plans = new Plans();
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
        read.forEach(written -> plans.add(written.plan()));
        return plans;
    }

    Optional<Dialplan> dialled(PhoneNumber number) {
        return Optional.ofNullable(byNumber.get(number.text()));
    }

    Comprehension comprehension(Dialplan plan) {
        Comprehension ready = trained.get(plan.name());
        return ready == null ? learn(plan) : ready;
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

    private void add(Dialplan plan) {
        plan.numbers().forEach(number -> byNumber.put(number, plan));
        trained.put(plan.name(), learn(plan));
    }

    /** What a plan's callers are understood with; takes seconds for a tree of some hundred issues. */
    static Comprehension learn(Dialplan plan) {
        return Comprehension.of(plan, new EnsembleLearner(Pace.QUICK), LocalDate.now(ZoneId.systemDefault()));
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
