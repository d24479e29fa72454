package org.hotline.dialplan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Step;
import org.hotline.yaml.Complaint;

/** Whether every intent leads somewhere and can be learnt from its examples. */
final class IntentCheck {
    private static final int FEWEST_EXAMPLES = 3;

    private final Written written;
    private final Dialplan plan;

    IntentCheck(Written written) {
        this.written = written;
        this.plan = written.plan();
    }

    List<Complaint> complaints() {
        List<Complaint> complaints = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        plan.intents().forEach((name, intent) -> {
            if (!hasRoute(name)) {
                complaints.add(
                        complaint(name, "leads nowhere: no step has it under \"when\"", "give it a way, or delete it"));
            }
            if (intent.examples().size() < FEWEST_EXAMPLES) {
                complaints.add(complaint(
                        name, "has only " + intent.examples().size() + " examples", "twelve are a good start"));
            }
            for (String example : intent.examples()) {
                String owner = owners.putIfAbsent(example.toLowerCase(Locale.ROOT), name);
                if (owner != null) {
                    complaints.add(complaint(
                            name,
                            "has the example \"" + example + "\", which " + owner + " has too",
                            "keep it in one of them"));
                }
            }
            if (intent.called().isEmpty() && isReadBack(name)) {
                complaints.add(
                        complaint(name, "is read back as {issue} but has no name to say", "add called: \"...\""));
            }
        });
        return complaints;
    }

    private Complaint complaint(String intent, String sentence, String suggestion) {
        return new Complaint(written.at("intents", intent), "intent \"" + intent + "\" " + sentence, suggestion);
    }

    private boolean hasRoute(String intent) {
        return plan.operator().map(operator -> operator.intent().equals(intent)).orElse(false)
                || asks().stream().anyMatch(ask -> ask.when().containsKey(intent));
    }

    private boolean isReadBack(String intent) {
        return asks().stream()
                .anyMatch(ask -> ask.when().containsKey(intent)
                        && ask.confirm().isPresent()
                        && ask.confirm().get().slots().contains("issue"));
    }

    private List<Step.Ask> asks() {
        return plan.steps().values().stream()
                .filter(Step.Ask.class::isInstance)
                .map(Step.Ask.class::cast)
                .toList();
    }
}
