package org.hotline.call.asterisk.ami;

import java.util.List;
import org.asteriskjava.manager.event.ResponseEvent;
import org.asteriskjava.manager.response.ManagerResponse;

/** What became of an action. */
public sealed interface Answer {
    /**
     * Asterisk did it, or has begun to.
     *
     * @param events the list that the action asked for, in Asterisk's order, its end included; empty if it asked for none
     */
    record Done(ManagerResponse response, List<ResponseEvent> events) implements Answer {
        public Done {
            events = List.copyOf(events);
        }
    }

    /**
     * Asterisk would not: no permission, no such channel, an action its version does not know.
     *
     * @param why in its words
     */
    record Refused(String why) implements Answer {}

    /** Nobody knows: not connected, the connection was lost meanwhile, or no answer came in time. */
    record Unanswered(String why) implements Answer {}
}
