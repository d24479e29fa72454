package org.hotline.access;

import java.time.Instant;
import java.util.List;

/** Who did or saw what that others may ask about later. Append only. Any thread. */
public interface AuditLog {
    /** Writes an entry. Durable on return. */
    void add(Entry entry);

    /** The newest first. */
    List<Entry> newest(int limit);

    /** What was done. */
    enum Action {
        LOGGED_IN,
        LOGIN_REFUSED,
        LOGGED_OUT,
        HEARD_RECORDING,
        SAW_NUMBER,
        EXPORTED_CALLS,
        HUNG_UP,
        CHANGED_AGENT_STATE
    }

    /**
     * @param user the login name as given, also of a refused login
     * @param address the network address it came from
     * @param subject what it was done to: a call's id, an agent's name; empty if nothing in particular
     * @param detail the rest, e.g. the new state; never a phone number
     */
    record Entry(Instant at, String user, String address, Action action, String subject, String detail) {}
}
