package org.hotline.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/**
 * Who is logged in. Kept in memory on purpose: a restart logs everyone out, and no stolen database opens a session.
 *
 * <p>A session is over as soon as its user is changed: at once when told here, within seconds when it was changed from
 * elsewhere. While the database is away it is taken that nobody was.
 */
public final class Sessions {
    private static final int MOST = 10_000;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private final Duration longest;
    private final Cache<String, Session> open;
    private final LoadingCache<String, Optional<User>> present;

    /**
     * @param users looked up again, without anyone waiting for it
     * @param lookAgain after this time
     * @param idle a session unused for this long is over
     * @param longest and so is one this old
     */
    public Sessions(Users users, Duration lookAgain, Duration idle, Duration longest, InstantSource clock) {
        this.clock = clock;
        this.longest = longest;
        this.open =
                Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(idle).build();
        this.present = Caffeine.newBuilder()
                .maximumSize(MOST)
                .refreshAfterWrite(lookAgain)
                .build(users::find);
    }

    /** A shift and a bit: over after 12 hours unused, or after 24 hours. */
    public Sessions(Users users) {
        this(users, LOOK_AGAIN, Duration.ofHours(12), Duration.ofHours(24), InstantSource.system());
    }

    /** Begins a session for a user whose password was right. */
    public Session begin(User user) {
        Session session = new Session(secret(), secret(), user, clock.instant());
        open.put(session.token(), session);
        present.put(user.name(), Optional.of(user));
        return session;
    }

    /** The session with this secret, if it is still open. Using it keeps it open. */
    public Optional<Session> find(String token) {
        return Optional.ofNullable(open.getIfPresent(token))
                .filter(this::isYoung)
                .filter(this::isUnchanged);
    }

    /** Logs out. */
    public void end(String token) {
        open.invalidate(token);
    }

    /** Logs a user out everywhere: something about the user was changed. */
    public void endAllOf(String user) {
        open.asMap().values().removeIf(session -> session.user().name().equals(user));
        present.invalidate(user);
    }

    /** Logs a user out everywhere but here, where the user made the change. */
    public void endOthersOf(Session kept, User changed) {
        endAllOf(changed.name());
        open.put(kept.token(), new Session(kept.token(), kept.csrf(), changed, kept.since()));
        present.put(changed.name(), Optional.of(changed));
    }

    private boolean isUnchanged(Session session) {
        try {
            return present.get(session.user().name()).equals(Optional.of(session.user()));
        } catch (RuntimeException away) {
            return true;
        }
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
