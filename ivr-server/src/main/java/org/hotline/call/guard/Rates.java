package org.hotline.call.guard;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.time.Duration;

/** A bucket of tokens for each source of messages. Any thread. */
public final class Rates {
    private static final int MOST_SOURCES = 50_000;

    private final LoadingCache<InetAddress, Bucket> buckets;

    /**
     * @param perSecond messages a source may send on average
     * @param burst messages it may send at once
     */
    public Rates(int perSecond, int burst) {
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_SOURCES)
                .expireAfterAccess(Duration.ofMinutes(1))
                .build(source -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }

    /** Takes a token of that source; false if it has none left. */
    public boolean admit(InetAddress source) {
        return buckets.get(source).tryConsume(1);
    }
}
