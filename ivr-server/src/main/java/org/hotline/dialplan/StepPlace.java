package org.hotline.dialplan;

import java.util.ArrayList;
import java.util.List;
import org.hotline.conversation.plan.Step;
import org.hotline.yaml.Place;

/** Where a part of a step is written. */
final class StepPlace {
    private StepPlace() {}

    static Place of(Written written, Step step, String... path) {
        List<String> names = new ArrayList<>(List.of("steps", step.name()));
        names.addAll(List.of(path));
        return written.at(names.toArray(String[]::new));
    }
}
