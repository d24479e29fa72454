package org.hotline.supervision.web;

import java.util.List;
import org.hotline.training.Difference;

/** What a version changes of the one in force, as the contract wants it. */
record ChangesView(
        List<String> added, List<String> removed, List<String> moved, List<String> changed, List<Said> utterances) {

    static ChangesView of(Difference difference) {
        return new ChangesView(
                difference.added(),
                difference.removed(),
                difference.moved(),
                difference.changed(),
                difference.utterances().entrySet().stream()
                        .map(entry -> new Said(
                                entry.getKey(),
                                entry.getValue().added(),
                                entry.getValue().removed()))
                        .toList());
    }

    record Said(String issue, List<String> added, List<String> removed) {}
}
