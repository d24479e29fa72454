package org.hotline.bench.locate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline.issue.IssueTree;
import org.hotline.speech.Language;
import org.hotline.understanding.Example;
import org.hotline.understanding.SmallTalk;

/**
 * What is taught, and what callers say; no sentence is both.
 *
 * @param taught with what is out of scope
 */
record Lessons(List<Example> taught, Wordings said) {
    private static final int FOLDS = 5;

    /** Everything in the tree is taught; of what callers may say, the little that it happens to teach is never said. */
    static Lessons of(IssueTree tree, Language language, Wordings said) {
        List<Example> taught = new ArrayList<>(SmallTalk.in(language));
        tree.issues().forEach((name, issue) -> {
            issue.called().in(language).ifPresent(called -> taught.add(new Example(called, name)));
            issue.utterances().in(language, List.of()).forEach(text -> taught.add(new Example(text, name)));
        });
        return new Lessons(taught, said.without(language, taught));
    }

    /** Every fifth utterance of the tree is said by callers instead. */
    static Lessons keepingBack(IssueTree tree, Language language) {
        List<Example> taught = new ArrayList<>(SmallTalk.in(language));
        Map<String, List<String>> said = new LinkedHashMap<>();
        tree.issues().forEach((name, issue) -> {
            issue.called().in(language).ifPresent(called -> taught.add(new Example(called, name)));
            List<String> utterances = issue.utterances().in(language, List.of());
            for (int number = 0; number < utterances.size(); number++) {
                if (number % FOLDS == FOLDS - 1) {
                    said.computeIfAbsent(name, any -> new ArrayList<>()).add(utterances.get(number));
                } else {
                    taught.add(new Example(utterances.get(number), name));
                }
            }
        });
        return new Lessons(taught, new Wordings(said));
    }
}
