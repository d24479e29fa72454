package org.hotline.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How often one may try to log in: five times at once and then once in twelve seconds for one name from one address,
 * twenty times at once and one in three seconds for one address. Counted for the pair, so that nobody can lock a
 * colleague out from elsewhere.
 */
public final class LoginLimit {
    private static final int MOST = 50_000;

    private final LoadingCache<String, Bucket> byAddress = buckets(20, Duration.ofMinutes(1));
    private final LoadingCache<String, Bucket> byName = buckets(5, Duration.ofMinutes(1));

    /** True if another try is allowed now; counts it. */
    public boolean allows(String address, String name) {
        return byAddress.get(address).tryConsume(1)
                && byName.get(address + " " + name).tryConsume(1);
    }

    /** The password was right: the tries for this name from this address are forgotten. */
    public void succeeded(String address, String name) {
        byName.invalidate(address + " " + name);
        byAddress.get(address).addTokens(1);
    }

    private static LoadingCache<String, Bucket> buckets(int tries, Duration window) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(window.multipliedBy(2))
                .build(who -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, window))
                        .build());
    }
}
