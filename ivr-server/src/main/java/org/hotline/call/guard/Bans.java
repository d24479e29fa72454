package org.hotline.call.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.net.InetAddress;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is not listened to for a while: guessers of passwords and scanners. Any thread. */
public final class Bans {
    private static final Logger LOG = LoggerFactory.getLogger(Bans.class);

    /** Wrong tries at one account from one address before the address is banned. */
    static final int TRIES = 10;

    /** Wrong tries at any accounts from one address before the address is banned: a phone shop behind one NAT errs too. */
    static final int TRIES_AT_ALL = 30;

    /** How long a ban lasts, and how long a wrong try is remembered. */
    static final Duration TERM = Duration.ofMinutes(5);

    private static final int MOST = 50_000;

    private final Cache<String, Integer> failures;
    private final Cache<InetAddress, Boolean> banned;

    public Bans() {
        this(Ticker.systemTicker());
    }

    Bans(Ticker ticker) {
        failures = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(MOST)
                .expireAfterWrite(TERM)
                .build();
        banned = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(MOST)
                .expireAfterWrite(TERM)
                .build();
    }

    /** {@code source} gave a wrong password for {@code account}, or the right one for none. */
    public void failed(InetAddress source, String account) {
        int here = failures.asMap().merge(source.getHostAddress() + " " + account, 1, Integer::sum);
        int all = failures.asMap().merge(source.getHostAddress(), 1, Integer::sum);
        if (here >= TRIES || all >= TRIES_AT_ALL) {
            ban(source);
        }
    }

    /** It got it right after all. */
    public void forgive(InetAddress source, String account) {
        failures.invalidate(source.getHostAddress() + " " + account);
    }

    /** Stops listening to {@code source}. */
    public void ban(InetAddress source) {
        if (banned.asMap().put(source, true) == null) {
            LOG.atWarn().addKeyValue("source", source.getHostAddress()).log("Banned a source of SIP messages");
        }
    }

    public boolean isBanned(InetAddress source) {
        return banned.getIfPresent(source) != null;
    }
}
