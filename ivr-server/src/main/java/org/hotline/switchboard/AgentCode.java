package org.hotline.switchboard;

import java.util.Map;
import org.hotline.conversation.plan.Wording;
import org.hotline.queue.Event;

/** What an agent's phone can say by dialling a code. */
public enum AgentCode {
    SIGN_IN,
    SIGN_OUT,
    READY,
    BREAK;

    /** {@code *10} to {@code *13}. */
    public static final Map<String, AgentCode> USUAL =
            Map.of("*10", SIGN_IN, "*11", SIGN_OUT, "*12", READY, "*13", BREAK);

    Event event(String agent) {
        return switch (this) {
            case SIGN_IN -> new Event.AgentSignedIn(agent);
            case SIGN_OUT -> new Event.AgentSignedOut(agent);
            case READY -> new Event.AgentReady(agent);
            case BREAK -> new Event.BreakBegun(agent);
        };
    }

    Wording confirmation(Announcements texts) {
        return switch (this) {
            case SIGN_IN -> texts.signedIn();
            case SIGN_OUT -> texts.signedOut();
            case READY -> texts.ready();
            case BREAK -> texts.onBreak();
        };
    }
}
