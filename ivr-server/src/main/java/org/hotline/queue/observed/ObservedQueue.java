package org.hotline.queue.observed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hotline.queue.QueueBoard;
import org.hotline.queue.QueueSettings;
import org.hotline.queue.Tally;

/** An observed queue: the order of who waits, and the counts of the day, made from facts as they are heard. */
final class ObservedQueue {
    private final QueueSettings settings;
    private final Tally tally;
    private final List<CallInSight> order = new ArrayList<>();

    ObservedQueue(QueueSettings settings) {
        this.settings = settings;
        this.tally = new Tally(settings);
    }

    /** Puts a caller in place; positions count from 1. */
    void line(CallInSight call, int position) {
        order.removeIf(other -> other == call || !isHere(other));
        order.add(Math.clamp(position - 1L, 0, order.size()), call);
    }

    private boolean isHere(CallInSight call) {
        return call.waiting()
                .filter(waiting -> waiting.queue().equals(settings.name()))
                .isPresent();
    }

    /** A new day's counts begin with so many who wait; no effect on the same day. */
    void onDay(LocalDate day, int waiting) {
        if (day.isAfter(tally.day())) {
            tally.beginDay(day, waiting);
        }
    }

    void count(Fact fact) {
        switch (fact) {
            case Fact.Entered entered -> tally.offered();
            case Fact.Joined joined -> tally.answered(joined.waited());
            case Fact.Abandoned gone -> tally.abandoned(gone.waited());
            case Fact.WentOn gone -> tally.flowedOut();
            case Fact.LostFromSight lost -> tally.unseen();
            case Fact.Parted parted -> {
                tally.talked(parted.talked());
                tally.wrappedUp(parted.wrapUp());
            }
            case Fact.Came came -> {}
            case Fact.Rang rang -> {}
            case Fact.RangInVain vain -> {}
            case Fact.Over over -> {}
        }
    }

    QueueBoard.Line picture() {
        return new QueueBoard.Line(
                settings,
                order.stream()
                        .filter(this::isHere)
                        .flatMap(call -> call.waiting().stream()
                                .map(waiting -> new QueueBoard.Waiting(
                                        call.id(),
                                        waiting.since(),
                                        waiting.ringing().values().stream()
                                                .map(Place.Ring::agent)
                                                .sorted()
                                                .findFirst())))
                        .toList(),
                tally.counts());
    }
}
