package org.hotline.issue.belief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline.issue.Issue;

/**
 * How probable each issue in force is, and that it is none of them, after all the evidence so far. Immutable; evidence only
 * adds, in any order, by Bayes' rule on logarithms.
 */
public final class Belief {
    private final Likelihoods likelihoods;
    private final List<Evidence> evidence;
    private final double[] logs;
    private final double[] probabilities;

    Belief(Likelihoods likelihoods, List<Evidence> evidence, double[] logs) {
        this.likelihoods = likelihoods;
        this.evidence = List.copyOf(evidence);
        this.logs = logs;
        this.probabilities = Numbers.normalised(logs);
    }

    /** An issue and how probable it is. */
    public record Ranked(Issue issue, double probability) {}

    /** This belief and one thing more. */
    public Belief given(Evidence more) {
        double[] likelihood = likelihoods.of(more);
        double[] sum = new double[logs.length];
        for (int place = 0; place < sum.length; place++) {
            sum[place] = logs[place] + Numbers.log(likelihood[place]);
        }
        List<Evidence> all = new ArrayList<>(evidence);
        all.add(more);
        return new Belief(likelihoods, all, sum);
    }

    /** All that it rests on, in the order it came. */
    public List<Evidence> evidence() {
        return evidence;
    }

    /** The issues in force, most probable first. */
    public List<Ranked> ranking() {
        List<Ranked> ranking = new ArrayList<>();
        for (int number = 0; number < probabilities.length - 1; number++) {
            ranking.add(new Ranked(likelihoods.index().issue(number), probabilities[number]));
        }
        ranking.sort(Comparator.comparingDouble(Ranked::probability).reversed());
        return ranking;
    }

    /** Of an issue, or of all the issues of a group; 0 for one that is not in force. */
    public double probability(String issueOrGroup) {
        boolean[] members = likelihoods.index().members(issueOrGroup);
        double sum = 0;
        for (int place = 0; place < members.length; place++) {
            sum += members[place] ? probabilities[place] : 0;
        }
        return sum;
    }

    /** That it is none of the issues. */
    public double outOfScope() {
        return probabilities[probabilities.length - 1];
    }

    /** How uncertain it is, in bits. */
    public double entropy() {
        return Numbers.entropy(probabilities);
    }

    /** Whether the caller said yes to this issue, or picked it. */
    public boolean isConfirmed(String issue) {
        return agreed(issue, EnumSet.of(Evidence.By.KEY, Evidence.By.VOICE));
    }

    /** Whether they did, or heard it and let it pass. */
    boolean isTold(String issue) {
        return agreed(issue, EnumSet.allOf(Evidence.By.class));
    }

    /** Whether they did with a key, which is hardly ever misheard. */
    boolean isKeyed(String issue) {
        return agreed(issue, EnumSet.of(Evidence.By.KEY));
    }

    private boolean agreed(String issue, Set<Evidence.By> ways) {
        return evidence.stream().anyMatch(piece -> switch (piece) {
            case Evidence.Agreed agreed -> agreed.yes() && agreed.name().equals(issue) && ways.contains(agreed.by());
            case Evidence.Picked picked ->
                picked.picked().filter(issue::equals).isPresent() && ways.contains(picked.by());
            case Evidence.Chose chose -> false;
            case Evidence.Heard heard -> false;
            case Evidence.Named named -> false;
            case Evidence.Clues clues -> false;
        });
    }

    /** Whether the caller said no to this issue, or objected to it, and has not said yes to it since. */
    boolean isRefused(String issue) {
        return refusal(issue) >= 0;
    }

    /** Whether they have said nothing in their own words since. */
    boolean isJustRefused(String issue) {
        int refusal = refusal(issue);
        return refusal >= 0
                && evidence.subList(refusal, evidence.size()).stream().noneMatch(Evidence.Heard.class::isInstance);
    }

    /** The place of the no among the evidence; -1 if there is none, or the caller said yes or picked it after it. */
    private int refusal(String issue) {
        for (int place = evidence.size() - 1; place >= 0; place--) {
            if (evidence.get(place) instanceof Evidence.Agreed agreed
                    && agreed.name().equals(issue)) {
                return agreed.yes() ? -1 : place;
            }
            if (evidence.get(place) instanceof Evidence.Picked picked
                    && picked.picked().filter(issue::equals).isPresent()) {
                return -1;
            }
        }
        return -1;
    }

    /** Which of the clues that hold makes an issue likelier than any other does. */
    Optional<String> clueFor(String issue) {
        return likelihoods.clueFor(issue, evidence);
    }

    /** By issue, in the index's order, "none of these" last; nobody writes to it. */
    double[] probabilities() {
        return probabilities;
    }
}
