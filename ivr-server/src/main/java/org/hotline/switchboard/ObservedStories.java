package org.hotline.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.CallStore;
import org.hotline.history.Cdr;
import org.hotline.history.Ending;
import org.hotline.queue.observed.Caller;
import org.hotline.queue.observed.Fact;
import org.hotline.queue.observed.Fact.End;

/** What {@link ObservedCalls} wrote down, as facts again. */
public final class ObservedStories {
    private static final int PAGE = 500;

    private ObservedStories() {}

    /**
     * What was written down of such calls that came since then, or are not over.
     *
     * @throws org.hotline.history.StoreUnavailable if the store cannot be read
     */
    public static List<Fact> read(CallStore store, Instant since) {
        Set<CallId> calls = new LinkedHashSet<>(store.unfinished());
        List<Cdr> page = store.list(page(since, Optional.empty()));
        while (!page.isEmpty()) {
            page.stream()
                    .filter(cdr -> cdr.dialplan().equals(ObservedCalls.PLAN))
                    .map(Cdr::id)
                    .forEach(calls::add);
            page = store.list(page(since, Optional.of(page.getLast().id())));
        }
        List<Fact> facts = new ArrayList<>();
        calls.forEach(call -> facts.addAll(facts(call, store.events(call))));
        return facts;
    }

    private static CallStore.Filter page(Instant since, Optional<CallId> before) {
        return new CallStore.Filter(
                Optional.of(since),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                before,
                PAGE);
    }

    /** The story as facts; none if it is of another call. */
    static List<Fact> facts(CallId call, List<CallEvent> story) {
        List<Fact> facts = new ArrayList<>();
        if (!story.isEmpty() && ObservedCalls.isObserved(story.getFirst())) {
            Reading reading = new Reading(call, facts);
            story.forEach(reading::read);
        }
        return facts;
    }

    /** A story being read: some events leave out where the call is. */
    private static final class Reading {
        private final CallId call;
        private final List<Fact> facts;
        private String queue = "";
        private boolean waiting;

        Reading(CallId call, List<Fact> facts) {
            this.call = call;
            this.facts = facts;
        }

        void read(CallEvent event) {
            switch (event) {
                case CallEvent.Arrived e -> facts.add(new Fact.Came(call, e.at(), caller(e)));
                case CallEvent.QueueEntered e -> {
                    lose(e.at());
                    queue = e.queue();
                    waiting = true;
                    facts.add(new Fact.Entered(call, e.at(), queue));
                }
                case CallEvent.Offered e -> facts.add(new Fact.Rang(call, e.at(), queue, e.agent()));
                case CallEvent.OfferReturned e -> facts.add(new Fact.RangInVain(call, e.at(), queue, e.agent()));
                case CallEvent.AgentJoined e -> {
                    waiting = false;
                    facts.add(new Fact.Joined(call, e.at(), queue, e.agent(), e.waited()));
                }
                case CallEvent.AgentLeft e ->
                    facts.add(new Fact.Parted(call, e.at(), queue, e.agent(), e.talked(), Duration.ZERO));
                case CallEvent.QueueLeft e -> {
                    waiting = false;
                    facts.add(
                            e.why().equals("hung-up")
                                    ? new Fact.Abandoned(call, e.at(), queue, e.waited())
                                    : new Fact.WentOn(call, e.at(), queue, e.waited(), exit(e.why())));
                }
                case CallEvent.Ended e -> {
                    lose(e.at());
                    facts.add(new Fact.Over(call, e.at(), end(e.ending())));
                }
                case CallEvent other -> {}
            }
        }

        private static Fact.Exit exit(String why) {
            return Stream.of(Fact.Exit.values())
                    .filter(exit -> ObservedCalls.word(exit).equals(why))
                    .findFirst()
                    .orElse(Fact.Exit.UNKNOWN);
        }

        private void lose(Instant at) {
            if (waiting) {
                waiting = false;
                facts.add(new Fact.LostFromSight(call, at, queue));
            }
        }

        private static Caller caller(CallEvent.Arrived arrived) {
            Matcher origin = ObservedCalls.ORIGIN.matcher(arrived.origin());
            return origin.matches()
                    ? new Caller(origin.group(1), origin.group(2), arrived.calling(), arrived.dialled(), "")
                    : new Caller("", "", arrived.calling(), arrived.dialled(), "");
        }

        private static End end(Ending ending) {
            return switch (ending) {
                case Ending.CallerHungUp hungUp ->
                    hungUp.where() == Ending.Where.IN_QUEUE ? End.CALLER_HUNG_UP_WAITING : End.CALLER_HUNG_UP_TALKING;
                case Ending.Completed done -> End.AGENT_HUNG_UP;
                case Ending.Transferred on -> End.WENT_ON;
                case Ending.NotAnswered never -> End.UNSEEN;
                case Ending.LineLost lost -> End.UNSEEN;
                case Ending.Failed failed -> End.UNSEEN;
                case Ending.Interrupted interrupted -> End.UNSEEN;
            };
        }
    }
}
