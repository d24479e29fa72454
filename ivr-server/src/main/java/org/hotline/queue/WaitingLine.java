package org.hotline.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.call.CallId;

/** One queue's callers in order of service, and its counts of the day. */
final class WaitingLine {
    private final QueueSettings settings;
    private final Tally tally;
    private final Map<CallId, WaitingCaller> waiting = new LinkedHashMap<>();

    WaitingLine(QueueSettings settings) {
        this.settings = settings;
        this.tally = new Tally(settings);
    }

    QueueSettings settings() {
        return settings;
    }

    List<WaitingCaller> waiting() {
        return List.copyOf(waiting.values());
    }

    Optional<WaitingCaller> find(CallId call) {
        return Optional.ofNullable(waiting.get(call));
    }

    /** A new day's counts begin with whoever waits; no effect on the same day. */
    void onDay(LocalDate day) {
        if (day.isAfter(tally.day())) {
            tally.beginDay(day, waiting.size());
        }
    }

    void enter(CallId call, Optional<Duration> atMost, Instant now) {
        Duration limit =
                atMost.filter(asked -> asked.compareTo(settings.maxWait()) < 0).orElse(settings.maxWait());
        waiting.put(call, new WaitingCaller(call, now, now.plus(limit)));
        tally.offered();
    }

    void answered(WaitingCaller caller, Instant now) {
        waiting.remove(caller.call());
        tally.answered(caller.waited(now));
    }

    void abandoned(WaitingCaller caller, Instant now) {
        waiting.remove(caller.call());
        tally.abandoned(caller.waited(now));
    }

    void talked(Duration talk) {
        tally.talked(talk);
    }

    void wrappedUp(Duration time) {
        tally.wrappedUp(time);
    }

    void flowedOut(WaitingCaller caller) {
        waiting.remove(caller.call());
        tally.flowedOut();
    }

    /** Everybody who waited in the process before this one is gone with it. */
    void interrupted() {
        waiting.values().forEach(caller -> tally.interrupted());
        waiting.clear();
    }

    /** News of places, for those whose place has changed. */
    List<Effect> news() {
        List<Effect> news = new ArrayList<>();
        int position = 0;
        for (WaitingCaller caller : waiting.values()) {
            position++;
            if (caller.movesTo(position)) {
                news.add(new Effect.TellPosition(caller.call(), position));
            }
        }
        return news;
    }

    QueueBoard.Line picture() {
        List<QueueBoard.Waiting> callers = waiting.values().stream()
                .map(caller -> new QueueBoard.Waiting(
                        caller.call(), caller.since(), caller.offer().map(Offer::agent)))
                .toList();
        return new QueueBoard.Line(settings, callers, tally.counts());
    }
}
