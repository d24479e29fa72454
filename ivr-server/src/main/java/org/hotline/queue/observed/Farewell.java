package org.hotline.queue.observed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hotline.call.CallId;
import org.hotline.queue.observed.Place.Leaving;
import org.hotline.queue.observed.Place.Nowhere;
import org.hotline.queue.observed.Place.Served;
import org.hotline.queue.observed.Place.Talking;
import org.hotline.queue.observed.Place.Unseen;
import org.hotline.queue.observed.Place.Waiting;

/** What is to be told of a call that is no longer where it was, when nobody said how that ended. Pure. */
final class Farewell {
    private Farewell() {}

    /** The fact that ends what the call was doing; nothing if it did nothing. */
    static Optional<Fact> to(CallId call, Place place, Instant now) {
        return switch (place) {
            case Waiting waiting ->
                Optional.of(
                        new Fact.WentOn(call, now, waiting.queue(), between(waiting.since(), now), Fact.Exit.UNKNOWN));
            case Leaving leaving ->
                Optional.of(new Fact.WentOn(
                        call,
                        leaving.left(),
                        leaving.from().queue(),
                        between(leaving.since(), leaving.left()),
                        leaving.exit()));
            case Talking talking -> Optional.of(parted(call, talking, now));
            case Unseen unseen -> unseen(call, unseen);
            case Served served -> Optional.empty();
            case Nowhere nowhere -> Optional.empty();
        };
    }

    private static Optional<Fact> unseen(CallId call, Unseen place) {
        return switch (place.before()) {
            case Waiting waiting -> Optional.of(new Fact.LostFromSight(call, place.lastSeen(), waiting.queue()));
            case Leaving leaving ->
                Optional.of(new Fact.LostFromSight(
                        call, place.lastSeen(), leaving.from().queue()));
            case Talking talking -> Optional.of(parted(call, talking, place.lastSeen()));
            case Served served -> Optional.empty();
            case Nowhere nowhere -> Optional.empty();
            case Unseen nested -> Optional.empty();
        };
    }

    private static Fact parted(CallId call, Talking talking, Instant at) {
        return new Fact.Parted(call, at, talking.queue(), talking.agent(), between(talking.since(), at), Duration.ZERO);
    }

    /** Never negative: some of what is told is in whole seconds. */
    static Duration between(Instant from, Instant to) {
        return from.isAfter(to) ? Duration.ZERO : Duration.between(from, to);
    }
}
