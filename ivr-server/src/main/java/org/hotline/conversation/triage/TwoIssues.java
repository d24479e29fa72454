package org.hotline.conversation.triage;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;
import org.hotline.issue.belief.IssueClassifier;
import org.hotline.speech.Language;
import org.hotline.understanding.Utterances;

/**
 * Two problems in one utterance: "my parcel is late and I was charged twice". They are told from one problem told at length by what
 * their halves are about: each surely an issue, of different groups, while the whole is surely neither.
 *
 * @param first what is said of the first
 * @param second what is said of the second
 * @param secondIssue what that is most likely about
 */
public record TwoIssues(String first, String second, String secondIssue) {
    /** Each half must be this likely an issue. */
    private static final double SURE = 0.4;

    /** A whole that is this likely an issue is about that one. */
    private static final double WHOLE = 0.9;

    private static final int LEAST_WORDS = 3;
    private static final int LEAST_CHARACTERS = 4;

    private static final Pattern ENGLISH = Pattern.compile(
            " (?:and also|and then|and another thing is|and|also|plus|besides|another thing is|on top of that|by the way) ");
    private static final Pattern MANDARIN =
            Pattern.compile("(?:另外|还有就是|还有|而且|并且|同时|然后|顺便问一下|顺便|再就是|，|,)+(?:我?还(?=[被有想要]))?");

    /** Says of an issue how likely words are about it. */
    record Half(String issue, double probability) {}

    /** Words that go on to something more: "I was also charged twice". */
    private static final Pattern ENGLISH_MORE =
            Pattern.compile("\\b(?:also|too|as well|besides|another thing|by the way|on top of that)\\b");

    private static final Pattern MANDARIN_MORE = Pattern.compile("还(?:有|被|想|要)|另外|顺便|同时");

    /** Whether {@code text} adds something instead of correcting it. */
    public static boolean adds(Language language, String text) {
        return switch (language) {
            case ENGLISH -> ENGLISH_MORE.matcher(text).find();
            case MANDARIN -> MANDARIN_MORE.matcher(text.replace(" ", "")).find();
        };
    }

    static Optional<TwoIssues> in(Language language, IssueTree tree, IssueClassifier classifier, String text) {
        String said = language == Language.ENGLISH ? Utterances.normalised(language, text) : text.replace(" ", "");
        Matcher joint = (language == Language.ENGLISH ? ENGLISH : MANDARIN).matcher(said);
        while (joint.find()) {
            String first = said.substring(0, joint.start()).strip();
            String second = said.substring(joint.end()).strip();
            if (isEnough(language, first) && isEnough(language, second)) {
                Optional<TwoIssues> two = of(tree, classifier, first, second);
                if (two.isPresent() && isUnsure(classifier.judge(said))) {
                    return two;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<TwoIssues> of(IssueTree tree, IssueClassifier classifier, String first, String second) {
        Optional<Half> one = best(classifier.judge(first)).filter(half -> half.probability() >= SURE);
        Optional<Half> other = best(classifier.judge(second)).filter(half -> half.probability() >= SURE);
        return one.isPresent()
                        && other.isPresent()
                        && areApart(tree, one.get().issue(), other.get().issue())
                ? Optional.of(new TwoIssues(first, second, other.get().issue()))
                : Optional.empty();
    }

    /** Whether they are different issues, and of different groups. */
    static boolean areApart(IssueTree tree, String one, String other) {
        Issue first = tree.issues().get(one);
        Issue second = tree.issues().get(other);
        return first != null
                && second != null
                && !one.equals(other)
                && (first.path().isEmpty() || !first.path().equals(second.path()));
    }

    private static boolean isUnsure(IssueClassifier.Judgement whole) {
        return best(whole).map(half -> half.probability() < WHOLE).orElse(true);
    }

    /** What is likeliest. */
    static Optional<Half> best(IssueClassifier.Judgement judgement) {
        return judgement.byIssue().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(issue -> new Half(issue.getKey(), issue.getValue()));
    }

    private static boolean isEnough(Language language, String half) {
        return switch (language) {
            case ENGLISH -> half.split(" ", -1).length >= LEAST_WORDS;
            case MANDARIN -> half.length() >= LEAST_CHARACTERS;
        };
    }
}
