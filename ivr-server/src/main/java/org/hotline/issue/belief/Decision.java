package org.hotline.issue.belief;

import java.util.List;

/**
 * What to do next, and what else was weighed; kept with the call and shown on its page.
 *
 * @param act the one with the lowest expected cost
 * @param expectedCost in caller turns
 * @param alternatives everything that was weighed, the chosen act included, cheapest first
 * @param entropy how uncertain the issue was, in bits
 */
public record Decision(Act act, double expectedCost, List<Weighed> alternatives, double entropy) {
    public Decision {
        alternatives = List.copyOf(alternatives);
    }

    /** Whether the issue is taken for found: it is served without another question, at the most with a word of what it is. */
    public boolean isSure() {
        return act instanceof Act.Settle || (act instanceof Act.Confirm confirm && confirm.how() == Act.How.IMPLICIT);
    }

    /**
     * An act that was weighed.
     *
     * @param expectedCost in caller turns, with what follows
     * @param probability that the issue is one of those it names; 1 if it names none
     * @param bits what its answer is expected to tell, in bits; 0 for acts that ask nothing
     */
    public record Weighed(Act act, double expectedCost, double probability, double bits) {}
}
