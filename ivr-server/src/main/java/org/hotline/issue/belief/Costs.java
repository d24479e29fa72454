package org.hotline.issue.belief;

/**
 * What the caller's time and our mistakes cost, in caller turns. The defaults were tuned on simulated callers (seeds in
 * {@code docs/rooms/issue.md}).
 *
 * @param turn a question and its answer
 * @param option the time to hear one more option of a choice
 * @param tell the time to hear "it is about ..." on the way
 * @param untold serving an issue that the caller never heard named: they could not object
 * @param wrongAnswer a caller served with the answer or the action of another issue
 * @param wrongPeople a caller put through to the people for another issue
 * @param perPriority by what share a priority step of the true issue raises both
 * @param handOver a caller put through who could have served themselves
 * @param afterGuide what is still to come, on average, after the first open question was answered
 * @param leftByGuideAgain the share of what is still to come that a further description leaves
 * @param tellsAfterNo the share of callers who go on to say what it is instead, when they say no to a guess
 * @param mostQuestions never ask more than this, all kinds together, implicit confirmations too
 * @param mostGuides never ask the open question more often than this
 * @param mostOptions the largest choice among issues or groups, 2 to 9
 */
public record Costs(
        double turn,
        double option,
        double tell,
        double untold,
        double wrongAnswer,
        double wrongPeople,
        double perPriority,
        double handOver,
        double afterGuide,
        double leftByGuideAgain,
        double tellsAfterNo,
        int mostQuestions,
        int mostGuides,
        int mostOptions) {
    public static final Costs USUAL = new Costs(1, 0.05, 0.02, 0.3, 11, 5.5, 0.25, 16, 1, 0.5, 0.5, 6, 2, 5);
}
