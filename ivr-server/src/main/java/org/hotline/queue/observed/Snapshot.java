package org.hotline.queue.observed;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a snapshot has shown so far, and of whom something else was told meanwhile. */
final class Snapshot {
    final Set<String> queues = new LinkedHashSet<>();
    final Set<Roster.Seat> seats = new HashSet<>();
    final Set<String> channels = new HashSet<>();
}
