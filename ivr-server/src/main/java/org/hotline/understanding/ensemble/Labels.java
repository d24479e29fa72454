package org.hotline.understanding.ensemble;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import org.hotline.understanding.Example;

/**
 * The labels of some examples in an order: out of scope, if there are examples of it, is the last.
 *
 * @param inScope without out of scope
 * @param outOfScope whether there are examples of it
 */
record Labels(List<String> inScope, boolean outOfScope) implements Serializable {
    static Labels of(List<Example> examples) {
        LinkedHashSet<String> labels =
                new LinkedHashSet<>(examples.stream().map(Example::label).toList());
        boolean outOfScope = labels.remove(Example.OUT_OF_SCOPE);
        return new Labels(List.copyOf(labels), outOfScope);
    }

    int size() {
        return inScope.size() + (outOfScope ? 1 : 0);
    }

    /** The place of an example's label; -1 if it is not among these. */
    int index(Example example) {
        if (example.isOutOfScope()) {
            return outOfScope ? inScope.size() : -1;
        }
        return inScope.indexOf(example.label());
    }
}
