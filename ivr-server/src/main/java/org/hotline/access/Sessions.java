package org.hotline.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/**
 * Who is logged in. Kept in memory on purpose: a restart logs everyone out, and no stolen database opens a session.
 */
public final class Sessions {
    private static final int MOST = 10_000;

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private final Duration longest;
    private final Cache<String, Session> open;

    /**
     * @param idle a session unused for this long is over
     * @param longest and so is one this old
     */
    public Sessions(Duration idle, Duration longest, InstantSource clock) {
        this.clock = clock;
        this.longest = longest;
        this.open =
                Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(idle).build();
    }

    /** A shift and a bit: over after 12 hours unused, or after 24 hours. */
    public Sessions() {
        this(Duration.ofHours(12), Duration.ofHours(24), InstantSource.system());
    }

    /** Begins a session for a user whose password was right. */
    public Session begin(User user) {
        Session session = new Session(secret(), secret(), user, clock.instant());
        open.put(session.token(), session);
        return session;
    }

    /** The session with this secret, if it is still open. Using it keeps it open. */
    public Optional<Session> find(String token) {
        return Optional.ofNullable(open.getIfPresent(token)).filter(this::isYoung);
    }

    /** Logs out. */
    public void end(String token) {
        open.invalidate(token);
    }

    private boolean isYoung(Session session) {
        return clock.instant().isBefore(session.since().plus(longest));
    }

    private String secret() {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
