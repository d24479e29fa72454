package org.hotline.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who did or saw what that others may ask about later. Append only. Any thread. */
public interface AuditLog {
    /** Writes an entry. Durable on return. */
    void add(Entry entry);

    /**
     * The newest first.
     *
     * @param user only by this one
     * @param action only this
     * @param before only those written before the one with this number
     */
    List<Logged> list(Optional<String> user, Optional<Action> action, Optional<Long> before, int limit);

    /** The newest of all. */
    default List<Entry> newest(int limit) {
        return list(Optional.empty(), Optional.empty(), Optional.empty(), limit).stream()
                .map(Logged::entry)
                .toList();
    }

    /** An entry with its number, which grows from one to the next. */
    record Logged(long number, Entry entry) {}

    /** What was done. */
    enum Action {
        LOGGED_IN,
        LOGIN_REFUSED,
        LOGGED_OUT,
        HEARD_RECORDING,
        LISTENED,
        WHISPERED,
        JOINED,
        TRANSFERRED,
        SAW_NUMBER,
        EXPORTED_CALLS,
        HUNG_UP,
        CHANGED_AGENT_STATE,
        ADDED_USER,
        CHANGED_USER,
        SET_PASSWORD,
        REMOVED_USER,
        CHANGED_OWN_PASSWORD,
        LABELLED,
        UNLABELLED,
        CHANGED_ISSUES,
        TRAINED,
        PUBLISHED,
        ROLLED_BACK
    }

    /**
     * @param user the login name as given, also of a refused login
     * @param address the network address it came from
     * @param subject what it was done to: a call's id, an agent's or user's name; empty if nothing in particular
     * @param detail the rest, e.g. the new state; never a phone number
     */
    record Entry(Instant at, String user, String address, Action action, String subject, String detail) {}
}
