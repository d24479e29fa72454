package org.hotline.call.asterisk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The calls by the key they have between Asterisk and us: those going on, and for a while those that are over. Any thread. */
final class Ledger {
    private static final int MOST = 20_000;

    private final int limit;
    private final Map<UUID, AsteriskCall> present = new ConcurrentHashMap<>();
    private final Map<UUID, AsteriskCall> unclaimed = new ConcurrentHashMap<>();
    private final Cache<UUID, AsteriskCall> over;

    /** @param limit calls at the same time */
    Ledger(int limit, Duration keep, Ticker ticker) {
        this.limit = limit;
        over = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(keep)
                .maximumSize(MOST)
                .build();
    }

    /** True if there is no room for one more call. */
    boolean isFull() {
        return present.size() >= limit;
    }

    /** Enters a call; false if its key was used before, which Asterisk's UUID() never does. */
    @SuppressWarnings("FutureReturnValueIgnored") // nothing in closing can fail
    boolean announce(AsteriskCall call) {
        if (over.getIfPresent(call.key()) != null || present.putIfAbsent(call.key(), call) != null) {
            return false;
        }
        unclaimed.put(call.key(), call);
        call.line().ended().thenRun(() -> close(call));
        return true;
    }

    private void close(AsteriskCall call) {
        over.put(call.key(), call);
        unclaimed.remove(call.key());
        present.remove(call.key());
    }

    /** The answered call with this key, for the connection that brings its sound: once. */
    Optional<AsteriskCall> claim(UUID key) {
        AsteriskCall call = unclaimed.get(key);
        return call != null && call.isAnswered() && unclaimed.remove(key, call) ? Optional.of(call) : Optional.empty();
    }

    /** The call with this key, going on or just over. */
    Optional<AsteriskCall> find(UUID key) {
        return Optional.ofNullable(present.get(key)).or(() -> Optional.ofNullable(over.getIfPresent(key)));
    }

    /** The last call on this channel of Asterisk's, going on or just over. */
    Optional<AsteriskCall> onChannel(String uniqueId) {
        return Stream.concat(present.values().stream(), over.asMap().values().stream())
                .filter(call -> !uniqueId.isEmpty() && call.uniqueId().equals(uniqueId))
                .max(Comparator.comparing(AsteriskCall::id));
    }

    int count() {
        return present.size();
    }

    List<AsteriskCall> all() {
        return List.copyOf(present.values());
    }
}
