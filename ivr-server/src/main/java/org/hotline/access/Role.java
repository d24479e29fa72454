package org.hotline.access;

import java.util.Locale;

/** What a user is here for; decides what the user may do. */
public enum Role {
    /** Everything, also people and settings. */
    ADMIN,
    /** Sees all calls, steers calls and agents. */
    SUPERVISOR,
    /** Reads and hears all calls, steers nothing. */
    QUALITY,
    /** Sees queues, colleagues and the own call; changes the own state. */
    AGENT;

    /** The word used in the store and on the wire, e.g. {@code supervisor}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such role */
    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
