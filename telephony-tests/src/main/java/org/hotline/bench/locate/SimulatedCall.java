package org.hotline.bench.locate;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hotline.issue.Facet;
import org.hotline.issue.IssueTree;
import org.hotline.issue.belief.Act;
import org.hotline.issue.belief.Asked;
import org.hotline.issue.belief.Belief;
import org.hotline.issue.belief.Evidence;

/** One call: the locator's acts and the caller's answers, until the issue is settled or the caller is put through. */
final class SimulatedCall {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** What to do next; the locator's own choice, or what it is compared with. */
    interface Policy {
        Act next(Belief belief, Asked asked);
    }

    /**
     * How a call ended.
     *
     * @param turns times the caller spoke or pressed a key, until the issue was settled or they were put through
     * @param settled the issue it was settled as; nothing if the caller was put through
     * @param confirmed whether the caller said yes to that issue, picked it, or did not object to hearing it
     * @param cpu nanoseconds of processor time spent on belief and choice
     */
    record Ended(int turns, Optional<String> settled, boolean confirmed, long cpu) {}

    private final IssueTree tree;
    private final Policy policy;
    private final SimulatedCaller caller;
    private final boolean nBest;
    private final Set<String> confirmed = new HashSet<>();
    private Belief belief;
    private Asked asked = Asked.NOTHING;
    private int turns;
    private long cpu;

    SimulatedCall(IssueTree tree, Policy policy, SimulatedCaller caller, boolean nBest, Belief opening) {
        this.tree = tree;
        this.policy = policy;
        this.caller = caller;
        this.nBest = nBest;
        this.belief = opening;
    }

    Ended held() {
        while (true) {
            long start = THREADS.getCurrentThreadCpuTime();
            Act act = policy.next(belief, asked);
            cpu += THREADS.getCurrentThreadCpuTime() - start;
            switch (act) {
                case Act.Settle settle -> {
                    return new Ended(turns, Optional.of(settle.issue()), confirmed.contains(settle.issue()), cpu);
                }
                case Act.HandOver handOver -> {
                    return new Ended(turns, Optional.empty(), false, cpu);
                }
                case Act.Confirm confirm -> confirm(confirm);
                case Act.Guide guide -> ask(guide, or(guide, caller::describes));
                case Act.AskFacet facet -> ask(facet, or(facet, () -> caller.chooses(facet(facet.facet()))));
                case Act.Offer offer -> ask(offer, or(offer, () -> caller.picks(offer.options())));
            }
        }
    }

    private void confirm(Act.Confirm confirm) {
        switch (confirm.how()) {
            case EXPLICIT -> ask(confirm, or(confirm, () -> caller.agrees(confirm.issue())));
            case IMPLICIT -> tell(confirm);
        }
    }

    /** Silence is no turn of the caller's, an objection is. */
    private void tell(Act.Confirm confirm) {
        boolean impatient = caller.isImpatient(confirm);
        Evidence.Agreed heard = impatient
                ? new Evidence.Agreed(confirm.issue(), false, Evidence.By.SILENCE)
                : caller.hears(confirm.issue());
        turns += heard.yes() ? 0 : 1;
        asked = asked.and(confirm, true);
        learn(heard);
        if (impatient) {
            learn(caller.demands());
        }
    }

    private Evidence or(Act act, Supplier<? extends Evidence> answer) {
        return caller.isImpatient(act) ? caller.demands() : answer.get();
    }

    private void ask(Act act, Evidence answer) {
        turns++;
        boolean arrived = !caller.isUnheard();
        boolean guess = asked.questions().isEmpty();
        asked = asked.and(act, arrived);
        if (!arrived) {
            return;
        }
        learn(answer);
        boolean refused = answer instanceof Evidence.Agreed agreed && !agreed.yes();
        if (guess && refused && caller.saysMore()) {
            asked = asked.and(new Act.Guide(1, List.of()), true);
            learn(caller.describes());
        }
    }

    private void learn(Evidence evidence) {
        if (evidence instanceof Evidence.Agreed agreed && agreed.yes()) {
            confirmed.add(agreed.name());
        } else if (evidence instanceof Evidence.Picked picked) {
            picked.picked().ifPresent(confirmed::add);
        }
        Evidence known = evidence instanceof Evidence.Heard heard && !nBest
                ? new Evidence.Heard(heard.readings().subList(0, 1))
                : evidence;
        long start = THREADS.getCurrentThreadCpuTime();
        belief = belief.given(known);
        cpu += THREADS.getCurrentThreadCpuTime() - start;
    }

    private Facet facet(String name) {
        return Objects.requireNonNull(tree.facets().get(name), name);
    }
}
