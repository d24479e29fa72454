package org.hotline.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.dialplan.IssuesReader;
import org.hotline.dialplan.Surroundings;
import org.hotline.dialplan.Written;
import org.hotline.dialplan.WrittenIssues;
import org.hotline.issue.IssueTree;

/**
 * A hotline as it is written in the plans' folder: the base of what trainers do.
 *
 * @param folder where {@code issues.yaml} and {@code regression.csv} lie
 * @param plans those that locate problems in its tree
 * @param surroundings what they run with here
 */
public record Hotline(String name, Path folder, List<Written> plans, Surroundings surroundings) {
    public Hotline {
        plans = List.copyOf(plans);
    }

    /** One of the hotline that the plans' folder {@code all} has; the plans that are of it are picked out of {@code plans}. */
    public static Hotline of(String name, Path all, List<Written> plans, Surroundings surroundings) {
        return new Hotline(
                name,
                all.resolve(name),
                plans.stream()
                        .filter(plan ->
                                plan.plan().issues().map(IssueTree::hotline).equals(Optional.of(name)))
                        .toList(),
                surroundings);
    }

    /** The tree as it was read with the plans; an empty one if none names a tree. */
    public Syllabus asRead() {
        return plans.stream()
                .flatMap(plan -> plan.plan().issues().stream())
                .findFirst()
                .map(Syllabus::of)
                .orElseGet(() -> Syllabus.of(new IssueTree(name, Map.of(), Map.of(), Map.of(), Map.of())));
    }

    /**
     * The tree as the plans' folder has it now.
     *
     * @throws Refused if it cannot be read
     */
    public WrittenIssues base() {
        return switch (IssuesReader.read(folder)) {
            case IssuesReader.Reading.Read read -> read.written();
            case IssuesReader.Reading.Refused refused ->
                throw new Refused(refused.complaints().getFirst().toString(), "");
        };
    }
}
