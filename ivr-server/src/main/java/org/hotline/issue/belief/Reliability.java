package org.hotline.issue.belief;

/**
 * How far evidence can be trusted. Rates from 0 to 1.
 *
 * @param keyError how often a key is not the one that was meant; with 0 what does not fit is excluded for good
 * @param voiceError how often a spoken answer to a closed question is misheard or misunderstood
 * @param objects how often callers object when they are told a wrong issue
 * @param objectsWrongly how often something is taken for an objection when they are told the right one
 * @param unsure how often callers do not know the answer to a facet's question that concerns their issue
 * @param unconcerned how often they do not know it if it does not
 * @param wordsMislead how often an utterance tells nothing at all about the issue, whatever the classifier says
 * @param opinion how much of the words' say somebody besides the classifier has who judges them too: a guess, not measured
 */
public record Reliability(
        double keyError,
        double voiceError,
        double objects,
        double objectsWrongly,
        double unsure,
        double unconcerned,
        double wordsMislead,
        double opinion) {
    public static final Reliability USUAL = new Reliability(0.005, 0.04, 0.5, 0.02, 0.05, 0.4, 0.03, 0.4);

    double error(Evidence.By by) {
        return switch (by) {
            case KEY -> keyError;
            case VOICE -> voiceError;
            case SILENCE -> 1 - objects;
        };
    }
}
