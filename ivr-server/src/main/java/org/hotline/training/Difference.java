package org.hotline.training;

import java.util.List;
import java.util.Map;
import org.hotline.speech.Language;

/**
 * What changed from one version to another.
 *
 * @param moved issues with another place in the tree
 * @param changed issues with another outcome, other facets, names, days or trust
 * @param utterances by issue; those whose utterances are the same are missing
 * @param understood the share rightly understood, before and after
 * @param answers sentences of the regression set that are taken otherwise
 */
public record Difference(
        List<String> added,
        List<String> removed,
        List<String> moved,
        List<String> changed,
        Map<String, Utterances> utterances,
        Map<Language, Change> understood,
        List<Regression.Answer> answers) {
    /** What an issue gained and lost. */
    public record Utterances(List<String> added, List<String> removed) {}

    /** Two figures of the same kind, 0 to 1. */
    public record Change(double before, double after) {}
}
