package org.hotline.issue.belief;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline.issue.Facet;
import org.hotline.issue.Issue;

/** The closed questions that may be worth asking at a belief, with how probable their answers are. */
final class Questions {
    /** Options that are hardly possible only waste the caller's time. */
    private static final double POSSIBLE = 0.01;

    private static final int EXAMPLES = 3;

    private final IssueIndex index;
    private final Answers answers;
    private final Costs costs;
    private final List<Question> facets = new ArrayList<>();

    /** The label of each issue by depth: the group it is in there, or itself. */
    private final List<List<String>> labels = new ArrayList<>();

    Questions(IssueIndex index, Answers answers, Costs costs) {
        this.index = index;
        this.answers = answers;
        this.costs = costs;
        for (Facet facet : index.tree().facets().values()) {
            facets.add(question(facet));
        }
        int deepest = index.issues().stream()
                .mapToInt(issue -> issue.path().size())
                .max()
                .orElse(0);
        for (int depth = 0; depth < deepest; depth++) {
            int at = depth;
            labels.add(index.issues().stream().map(issue -> label(issue, at)).toList());
        }
    }

    /** In the middle of a call. */
    List<Question> at(double[] belief) {
        List<Question> questions = new ArrayList<>(facets);
        List<String> likeliest = likeliestIssues(belief);
        if (!likeliest.isEmpty()) {
            questions.add(confirm(likeliest.getFirst(), Optional.empty()));
        }
        Set<List<String>> offers = new LinkedHashSet<>();
        addOffers(likeliest, offers);
        labels.forEach(level -> addOffers(likeliestLabels(belief, level), offers));
        offers.forEach(options -> questions.add(offer(options)));
        return questions;
    }

    /**
     * Before the caller said a word: what clues make likely. One clue is asked for in its own words, which fit whatever it speaks for;
     * where several hold, a choice of what each speaks for most.
     */
    List<Question> guesses(Belief belief) {
        List<Question> guesses = new ArrayList<>();
        Set<String> clues = new HashSet<>();
        List<String> spokenFor = likeliestIssues(belief.probabilities()).stream()
                .filter(issue -> belief.clueFor(issue).filter(clues::add).isPresent())
                .toList();
        if (!spokenFor.isEmpty()) {
            guesses.add(confirm(spokenFor.getFirst(), belief.clueFor(spokenFor.getFirst())));
        }
        Set<List<String>> offers = new LinkedHashSet<>();
        addOffers(spokenFor, offers);
        offers.forEach(options -> guesses.add(offer(options)));
        return guesses;
    }

    /** What to name as examples when a caller is asked to describe it again. */
    List<String> examples(double[] belief) {
        List<String> outer = labels.isEmpty() ? likeliestIssues(belief) : likeliestLabels(belief, labels.getFirst());
        return outer.stream().limit(EXAMPLES).toList();
    }

    private Question question(Facet facet) {
        boolean[] concerned = new boolean[index.length()];
        for (int number = 0; number < index.size(); number++) {
            concerned[number] = index.issue(number).facets().containsKey(facet.name());
        }
        int options = facet.choices().size();
        return new Question(
                new Act.AskFacet(facet.name()), answers.facet(facet, Evidence.By.VOICE), options, concerned);
    }

    private Question confirm(String issue, Optional<String> clue) {
        Act act = new Act.Confirm(issue, Act.How.EXPLICIT, clue);
        return new Question(act, answers.agreement(issue, Evidence.By.VOICE), 1, index.members(issue));
    }

    private Question offer(List<String> options) {
        boolean[] concerned = new boolean[index.length()];
        for (String option : options) {
            boolean[] members = index.members(option);
            for (int place = 0; place < concerned.length; place++) {
                concerned[place] |= members[place];
            }
        }
        return new Question(
                new Act.Offer(options), answers.offer(options, Evidence.By.VOICE), options.size(), concerned);
    }

    private void addOffers(List<String> likeliest, Set<List<String>> offers) {
        for (int options = 2; options <= Math.min(costs.mostOptions(), likeliest.size()); options++) {
            offers.add(likeliest.subList(0, options));
        }
    }

    private List<String> likeliestIssues(double[] belief) {
        return Arrays.stream(Outlook.likeliest(belief, index.size(), costs.mostOptions()))
                .filter(number -> belief[number] >= POSSIBLE)
                .mapToObj(number -> index.issue(number).name())
                .toList();
    }

    private List<String> likeliestLabels(double[] belief, List<String> level) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (int number = 0; number < index.size(); number++) {
            sums.merge(level.get(number), belief[number], Double::sum);
        }
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() >= POSSIBLE)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(costs.mostOptions())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String label(Issue issue, int depth) {
        return depth < issue.path().size() ? issue.path().get(depth) : issue.name();
    }
}
