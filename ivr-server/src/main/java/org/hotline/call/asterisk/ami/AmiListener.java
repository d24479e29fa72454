package org.hotline.call.asterisk.ami;

import org.asteriskjava.manager.event.ManagerEvent;

/**
 * Who follows what happens in Asterisk. Called by one thread of its own, one call after the other, so it may take its
 * time and may ask ({@link Ami#ask}); what is thrown is logged and the next word is told.
 *
 * <pre>
 *   connected (event)* lost   connected (event)* lost   ...
 * </pre>
 */
public interface AmiListener {
    /**
     * Logged in, for the first time or again: whatever was known is old, so ask for everything. Events that happened
     * while asking follow as events and may be in the answers already.
     */
    void connected(AmiVersion version);

    /** One of the kinds listened for. Fields that this Asterisk does not send are null. */
    void event(ManagerEvent event);

    /** The connection is gone, or so many events came that some were left out: then {@link #connected} follows at once. */
    void lost();
}
