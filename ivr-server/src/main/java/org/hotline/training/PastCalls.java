package org.hotline.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline.issue.IssueTree;
import org.hotline.issue.belief.HitRate;
import org.hotline.issue.belief.PastCall;
import org.hotline.issue.belief.Priors;
import org.hotline.understanding.Utterances;

/** What calls teach whose callers said yes to an issue, or heard it and let it pass. */
record PastCalls(List<LocatedCall> calls) {
    private static final int MOST = 5_000;

    List<PastCall> known() {
        return calls.stream().flatMap(call -> call.known().stream()).toList();
    }

    Syllabus teach(Syllabus syllabus) {
        return syllabus.learnt(Priors.learnt(syllabus.tree(), known()));
    }

    /** A sentence for each clue that held in one of them: how often it was right. */
    List<String> hitRates(IssueTree tree) {
        return HitRate.of(tree, known()).stream()
                .filter(rate -> rate.calls() > 0)
                .map(rate -> "clue \"" + rate.clue() + "\" was right in " + rate.hits() + " of the " + rate.calls()
                        + " calls in which it held (" + Math.round(100.0 * rate.hits() / rate.calls()) + " %)")
                .toList();
    }

    /** What they said, the latest first, each sentence once; what was said for two issues says nothing about either. */
    List<Regression.Item> confirmed() {
        Map<String, Regression.Item> items = new LinkedHashMap<>();
        Map<String, String> issues = new HashMap<>();
        List<String> ambiguous = new ArrayList<>();
        for (LocatedCall call : calls.reversed()) {
            if (call.isConfirmed() && call.said().isPresent()) {
                Utterance said = call.said().get();
                String issue = call.issue().orElseThrow();
                String key = said.language().tag() + Utterances.normalised(said.language(), said.text());
                items.putIfAbsent(
                        key,
                        new Regression.Item(
                                said.text(),
                                issue,
                                said.language(),
                                "call " + said.id().call().text()));
                if (!issues.merge(key, issue, (first, other) -> first).equals(issue)) {
                    ambiguous.add(key);
                }
            }
        }
        ambiguous.forEach(items::remove);
        return items.values().stream().limit(MOST).toList();
    }
}
