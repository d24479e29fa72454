package org.hotline.conversation.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hotline.speech.Piece;

/**
 * How far a caller's word is taken, as a sum that everybody can follow: each fact that was looked up adds or takes points.
 *
 * @param start points to begin with
 * @param weights in the order written
 * @param instantFrom points from which money goes back at once
 * @param afterReceiptFrom points from which it goes back when the goods are here; below, a person looks at it
 */
public record TrustScore(double start, List<Weight> weights, double instantFrom, double afterReceiptFrom) {
    /** What follows a query's name in the slot that tells the reasons. */
    public static final String BECAUSE = "-because";

    /** The outcomes of a query with a score, best first. */
    public static final List<String> TIERS = List.of("instant", "after-receipt", "by-a-person");

    /**
     * What a fact counts.
     *
     * @param fact the slot that holds it: a count, or an amount of money in major units
     * @param each points for each one of it
     * @param most the most points that it adds or, if {@code each} is below 0, takes
     */
    public record Weight(String fact, double each, double most) {
        double points(double value) {
            double all = each * value;
            return each < 0 ? Math.max(all, -most) : Math.min(all, most);
        }
    }

    /**
     * What came of it.
     *
     * @param tier one of {@link #TIERS}
     * @param because every part of the sum, for people
     */
    public record Verdict(String tier, double points, String because) {
        /** Not a better tier than {@code most}, which {@code who} allows. */
        public Verdict atMost(String most, String who) {
            return TIERS.indexOf(tier) >= TIERS.indexOf(most)
                    ? this
                    : new Verdict(most, points, because + "; " + who + " allows " + most);
        }
    }

    /** The verdict on these facts. A fact that is missing is a reason for a person. */
    public Verdict of(Map<String, Piece> facts) {
        double points = start;
        List<String> reasons = new ArrayList<>();
        reasons.add("start " + written(start));
        boolean complete = true;
        for (Weight weight : weights) {
            Optional<Double> value =
                    Optional.ofNullable(facts.get(weight.fact())).flatMap(TrustScore::number);
            double part = value.map(weight::points).orElse(0.0);
            points += part;
            complete &= value.isPresent();
            reasons.add(weight.fact() + " " + value.map(TrustScore::written).orElse("missing") + ": " + signed(part));
        }
        String tier = complete ? tier(points) : TIERS.getLast();
        reasons.add("= " + written(points) + ", " + tier);
        return new Verdict(tier, points, String.join("; ", reasons));
    }

    private String tier(double points) {
        if (points >= instantFrom) {
            return TIERS.get(0);
        }
        return TIERS.get(points >= afterReceiptFrom ? 1 : 2);
    }

    private static Optional<Double> number(Piece fact) {
        return switch (fact) {
            case Piece.Count count -> Optional.of((double) count.value());
            case Piece.Amount amount -> Optional.of(amount.minor() / 100.0);
            case Piece.Digits ignored -> Optional.empty();
            case Piece.Text ignored -> Optional.empty();
            case Piece.Date ignored -> Optional.empty();
        };
    }

    private static String signed(double points) {
        return (points < 0 ? "" : "+") + written(points);
    }

    private static String written(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : String.format(Locale.ROOT, "%.1f", number);
    }
}
