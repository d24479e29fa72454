package org.hotline.queue.observed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hotline.call.CallId;
import org.hotline.queue.observed.Fact.Came;
import org.hotline.queue.observed.Fact.End;
import org.hotline.queue.observed.Place.Nowhere;
import org.hotline.queue.observed.Place.Served;
import org.hotline.queue.observed.Place.Talking;
import org.hotline.queue.observed.Place.Unseen;
import org.hotline.queue.observed.Place.Waiting;

/** What the process before this one told of calls. Pure. */
final class Recollection {
    private final Map<CallId, List<Fact>> stories = new LinkedHashMap<>();
    private final Instant midnight;

    Recollection(List<Fact> told, Instant midnight) {
        this.midnight = midnight;
        told.forEach(fact ->
                stories.computeIfAbsent(fact.call(), call -> new ArrayList<>()).add(fact));
    }

    /** What was told of today. */
    Stream<Fact> today() {
        return stories.values().stream()
                .flatMap(List::stream)
                .filter(fact -> !fact.at().isBefore(midnight));
    }

    /** How many waited in a queue when the day began. */
    Map<String, Integer> waitingAtMidnight() {
        Map<String, Integer> waiting = new HashMap<>();
        for (List<Fact> story : stories.values()) {
            Place place = place(
                    story.stream().filter(fact -> fact.at().isBefore(midnight)).toList());
            if (place instanceof Waiting there) {
                waiting.merge(there.queue(), 1, Integer::sum);
            }
        }
        return waiting;
    }

    /** Calls that were not over: out of sight until a snapshot is taken. */
    List<CallInSight> unfinished(Consumer<Fact> facts) {
        List<CallInSight> calls = new ArrayList<>();
        stories.forEach((id, story) -> {
            if (story.getFirst() instanceof Came came && !(story.getLast() instanceof Fact.Over)) {
                Unseen place = new Unseen(place(story), story.getLast().at(), Optional.empty());
                calls.add(CallInSight.remember(id, came.caller(), came.at(), place, facts));
            }
        });
        return calls;
    }

    private static Place place(List<Fact> story) {
        Place place = new Nowhere(Instant.EPOCH);
        for (Fact fact : story) {
            place = switch (fact) {
                case Came came -> new Nowhere(came.at());
                case Fact.Entered entered -> Waiting.of(entered.at(), entered.queue());
                case Fact.Joined joined ->
                    new Talking(joined.at(), joined.queue(), "", joined.agent(), "", Optional.empty());
                case Fact.Parted parted -> served(parted);
                case Fact.WentOn gone -> served(gone);
                case Fact.Abandoned gone -> served(gone);
                case Fact.LostFromSight lost -> served(lost);
                case Fact.Over over -> new Nowhere(over.at());
                case Fact.Rang rang -> place;
                case Fact.RangInVain vain -> place;
            };
        }
        return place;
    }

    private static Place served(Fact fact) {
        return new Served(fact.at(), End.WENT_ON, fact.at());
    }
}
