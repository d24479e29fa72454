package org.hotline.bench.locate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.hotline.issue.InForce;
import org.hotline.issue.InLanguages;
import org.hotline.issue.Issue;
import org.hotline.issue.Outcome;
import org.hotline.issue.Trust;

/** Callers whom asking does not help: they have dialled a wrong number, or want a person and no questions. */
final class OtherCallers {
    private OtherCallers() {}

    /** Each with a need that no tree has; whatever they are asked about, it is none of these. */
    static List<SimulatedCaller.Caller> foreign(Wordings needs, int count, long seed) {
        Random chance = new Random(seed);
        List<Map.Entry<String, List<String>>> all = List.copyOf(needs.byIssue().entrySet());
        List<SimulatedCaller.Caller> callers = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Map.Entry<String, List<String>> need = all.get(number % all.size());
            List<String> sayings = new ArrayList<>(need.getValue());
            Collections.shuffle(sayings, chance);
            callers.add(new SimulatedCaller.Caller(
                    foreign(need.getKey()), Set.of(), sayings, List.of(), chance.nextLong()));
        }
        return callers;
    }

    private static Issue foreign(String need) {
        return new Issue(
                need + " (not of the shop)",
                List.of(),
                new InLanguages<>(Map.of()),
                new InLanguages<>(Map.of()),
                Map.of(),
                new Outcome.Agents(Optional.empty()),
                Trust.BY_A_PERSON,
                0,
                InForce.ALWAYS);
    }

    /** The same callers, but having described it they say one of {@code demands} to whatever comes next. */
    static List<SimulatedCaller.Caller> impatient(
            List<SimulatedCaller.Caller> callers, List<String> demands, long seed) {
        Random chance = new Random(seed);
        return callers.stream()
                .map(who -> {
                    List<String> said = new ArrayList<>(demands);
                    Collections.shuffle(said, chance);
                    return new SimulatedCaller.Caller(who.issue(), who.clues(), who.wordings(), said, who.seed());
                })
                .toList();
    }
}
