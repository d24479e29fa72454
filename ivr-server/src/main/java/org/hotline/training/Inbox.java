package org.hotline.training;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What callers said that was not located, without what trainers have labelled.
 *
 * @param calls how many calls asked what it is about, in the time looked at
 * @param unlocated how many of them did not come to an issue that the caller said yes to, or at least heard
 * @param labelledToday utterances
 * @param located by issue, what came to it; issues to which nothing came are missing
 * @param days on which somebody called, oldest first
 * @param clusters biggest first
 */
public record Inbox(
        int calls,
        int unlocated,
        int labelledToday,
        Map<String, Volume> located,
        List<Day> days,
        List<Cluster> clusters) {
    /** How far back trainers look. */
    public static final Duration REACH = Duration.ofDays(30);

    /** @param confirmed of the calls, those whose caller said yes to the issue */
    public record Volume(int calls, int confirmed) {
        public static final Volume NONE = new Volume(0, 0);

        Volume and(Volume more) {
            return new Volume(calls + more.calls, confirmed + more.confirmed);
        }
    }
}
