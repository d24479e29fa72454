package org.hotline.supervision.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Who is at work on what, so that two people do not do the same. Forgotten after two minutes. Any thread. */
final class Holds {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MOST = 1_000;

    private final Cache<String, Set<String>> byHolder =
            Caffeine.newBuilder().expireAfterWrite(PATIENCE).maximumSize(MOST).build();

    /**
     * Takes these in place of what this one held before.
     *
     * @return who else holds one of them, by name
     */
    List<String> take(String holder, Set<String> things) {
        byHolder.put(holder, things);
        return byHolder.asMap().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(holder)
                        && entry.getValue().stream().anyMatch(things::contains))
                .map(entry -> entry.getKey())
                .sorted()
                .toList();
    }
}
