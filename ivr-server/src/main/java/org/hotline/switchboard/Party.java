package org.hotline.switchboard;

/** One of the two on a bridge. */
public enum Party {
    /** Who called us. */
    CALLER,
    /** Whom we called for the caller: an agent, or whoever the call was transferred to. */
    CALLED;

    Party other() {
        return this == CALLER ? CALLED : CALLER;
    }
}
