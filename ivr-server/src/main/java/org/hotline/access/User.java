package org.hotline.access;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Someone who may log in.
 *
 * @param name the login name, 1 to 40 characters of {@code [a-z0-9._-]}
 * @param displayName as shown to people
 * @param role what for
 * @param agent the agent of the queues that this person is, whose desk and state are theirs; nothing for nobody
 * @param enabled may log in now
 * @param stamp drawn anew at every change, of the password too: sessions begun with another stamp are over
 */
public record User(String name, String displayName, Role role, Optional<String> agent, boolean enabled, long stamp) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9._-]{1,40}");
    private static final int LONGEST = 80;

    public User {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a user's name is 1 to 40 characters of a-z 0-9 . _ -");
        }
        if (displayName.isBlank() || displayName.length() > LONGEST) {
            throw new IllegalArgumentException("a user's display name is 1 to " + LONGEST + " characters");
        }
    }

    /** A new one; an agent's login name is the agent's name unless said otherwise. */
    public User(String name, String displayName, Role role) {
        this(name, displayName, role, role == Role.AGENT ? Optional.of(name) : Optional.empty(), true, 0);
    }

    /** The same, here for something else. */
    public User as(Role other, Optional<String> otherAgent) {
        return new User(name, displayName, other, otherAgent, enabled, stamp);
    }

    /** The same under another display name. */
    public User shownAs(String other) {
        return new User(name, other, role, agent, enabled, stamp);
    }

    /** The same, let in or not. */
    public User enabled(boolean now) {
        return new User(name, displayName, role, agent, now, stamp);
    }

    User stamped(long anew) {
        return new User(name, displayName, role, agent, enabled, anew);
    }

    boolean isWorkingAdmin() {
        return role == Role.ADMIN && enabled;
    }
}
