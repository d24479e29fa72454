package org.hotline.issue.belief;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hotline.issue.CalledWithin;
import org.hotline.issue.Clue;
import org.hotline.issue.Facet;
import org.hotline.issue.Group;
import org.hotline.issue.InForce;
import org.hotline.issue.InLanguages;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;
import org.hotline.issue.Outcome;
import org.hotline.issue.Trust;

/** A tree small enough to reckon with by hand: two groups, two facets, a clue; and a classifier that counts shared words. */
final class SmallShop {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    static final IssueTree TREE = tree();

    private SmallShop() {}

    static Locator locator() {
        return Locator.of(TREE, TODAY, SmallShop::judge);
    }

    static Locator locator(Reliability reliability, Costs costs) {
        return new Locator(TREE, TODAY, SmallShop::judge, Priors.written(TREE), reliability, costs);
    }

    /** Each issue as probable as it shares words with its name and its utterances. */
    static IssueClassifier.Judgement judge(String text) {
        Set<String> words = new HashSet<>(Arrays.asList(text.split("[ -]", -1)));
        Map<String, Double> shared = new LinkedHashMap<>();
        TREE.issues().keySet().forEach(issue -> {
            long count =
                    Arrays.stream(issue.split("-", -1)).filter(words::contains).count();
            if (count > 0) {
                shared.put(issue, (double) count * count);
            }
        });
        double sum = shared.values().stream().mapToDouble(Double::doubleValue).sum() + 0.5;
        shared.replaceAll((issue, count) -> count / sum);
        return new IssueClassifier.Judgement(shared, 0.5 / sum);
    }

    static Facet facet(String name) {
        return Objects.requireNonNull(TREE.facets().get(name), name);
    }

    private static IssueTree tree() {
        Map<String, Issue> issues = new LinkedHashMap<>();
        for (Issue issue : List.of(
                issue("parcel-late", "parcels", new Outcome.Flow("look-up"), 0, Map.of("stage", Set.of("waiting"))),
                issue("parcel-lost", "parcels", new Outcome.Flow("look-up"), 2, Map.of("stage", Set.of("waiting"))),
                issue("parcel-broken", "parcels", new Outcome.Flow("refund"), 1, Map.of("stage", Set.of("arrived"))),
                issue("parcel-wrong", "parcels", new Outcome.Flow("refund"), 0, Map.of("stage", Set.of("arrived"))),
                issue("bill-twice", "bills", new Outcome.Flow("refund"), 3, Map.of("paid", Set.of("yes"))),
                issue(
                        "bill-unpaid",
                        "bills",
                        new Outcome.Answer(new InLanguages<>(Map.of())),
                        0,
                        Map.of("paid", Set.of("no"))),
                issue(
                        "bill-copy",
                        "bills",
                        new Outcome.Answer(new InLanguages<>(Map.of())),
                        0,
                        Map.of("paid", Set.of("yes"))),
                issue("human", "", new Outcome.Agents(Optional.empty()), 0, Map.of()))) {
            issues.put(issue.name(), issue);
        }
        Issue over = new Issue(
                "sale-over",
                List.of(),
                none(),
                none(),
                Map.of(),
                new Outcome.Agents(Optional.empty()),
                Trust.BY_A_PERSON,
                0,
                new InForce(Optional.empty(), Optional.of(TODAY.minusDays(1))));
        issues.put(over.name(), over);
        return new IssueTree(
                "small",
                Map.of(
                        "parcels",
                        new Group("parcels", List.of(), none()),
                        "bills",
                        new Group("bills", List.of(), none())),
                facets(),
                clues(),
                issues);
    }

    private static Map<String, Clue> clues() {
        Map<String, Clue> clues = new LinkedHashMap<>();
        clues.put(
                "order-late",
                new Clue("order-late", Map.of("parcel-late", 60.0, "parcel-lost", 2.0), 1, none(), Optional.empty()));
        clues.put(
                "called-lately",
                new Clue("called-lately", Map.of("human", 2.0), 40, none(), Optional.of(new CalledWithin(7))));
        return clues;
    }

    private static Map<String, Facet> facets() {
        Map<String, Facet> facets = new LinkedHashMap<>();
        facets.put("stage", facet("stage", "waiting", "arrived"));
        facets.put("paid", facet("paid", "yes", "no"));
        return facets;
    }

    private static Facet facet(String name, String... choices) {
        Map<String, Facet.Choice> byName = new LinkedHashMap<>();
        for (String choice : choices) {
            byName.put(choice, new Facet.Choice(choice, none(), none()));
        }
        return new Facet(name, none(), byName);
    }

    private static Issue issue(
            String name, String group, Outcome outcome, int priority, Map<String, Set<String>> facets) {
        return new Issue(
                name,
                group.isEmpty() ? List.of() : List.of(group),
                none(),
                none(),
                facets,
                outcome,
                Trust.BY_A_PERSON,
                priority,
                InForce.ALWAYS);
    }

    private static <T> InLanguages<T> none() {
        return new InLanguages<>(Map.of());
    }
}
