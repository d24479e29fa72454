package org.hotline.issue.belief;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was asked so far in this call, in order. */
public record Asked(List<Question> questions) {
    public static final Asked NOTHING = new Asked(List.of());

    /**
     * One question put to the caller.
     *
     * @param answered false if nothing came back, or nothing that could be used; then it may be asked once more
     */
    public record Question(Act act, boolean answered) {}

    public Asked {
        questions = List.copyOf(questions);
    }

    public Asked and(Act act, boolean answered) {
        List<Question> more = new ArrayList<>(questions);
        more.add(new Question(act, answered));
        return new Asked(more);
    }

    int guides() {
        return (int) questions.stream()
                .filter(question -> question.act() instanceof Act.Guide)
                .count();
    }

    /** Whether asking this now would repeat what was answered, or what was twice not heard. */
    boolean rulesOut(Act act) {
        long unheard = 0;
        for (int place = 0; place < questions.size(); place++) {
            Question question = questions.get(place);
            if (same(question.act(), act) && !isAskable(place, act)) {
                if (question.answered()) {
                    return true;
                }
                unheard++;
            }
        }
        return unheard > 1;
    }

    /** Who objected to what they were told, and described it anew, may be asked outright. */
    private boolean isAskable(int told, Act act) {
        return questions.get(told).act() instanceof Act.Confirm before
                && before.how() == Act.How.IMPLICIT
                && act instanceof Act.Confirm now
                && now.how() == Act.How.EXPLICIT
                && questions.subList(told, questions.size()).stream()
                        .anyMatch(since -> since.act() instanceof Act.Guide && since.answered());
    }

    private static boolean same(Act one, Act other) {
        return switch (one) {
            case Act.Offer offer ->
                other instanceof Act.Offer also && setOf(offer).equals(setOf(also));
            // A yes may have been misheard: saying it once more on the way is no second question.
            case Act.Confirm confirm ->
                other instanceof Act.Confirm also
                        && confirm.issue().equals(also.issue())
                        && (confirm.how() == also.how() || also.how() == Act.How.EXPLICIT);
            case Act.Guide guide -> false;
            case Act.AskFacet ask -> ask.equals(other);
            case Act.Settle settle -> settle.equals(other);
            case Act.HandOver handOver -> handOver.equals(other);
        };
    }

    private static Set<String> setOf(Act.Offer offer) {
        return new HashSet<>(offer.options());
    }
}
