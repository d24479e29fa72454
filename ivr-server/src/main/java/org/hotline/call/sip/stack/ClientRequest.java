package org.hotline.call.sip.stack;

import javax.sip.ResponseEvent;

/** A request of ours under way; set as application data of its transaction. Called on the stack's threads. */
public interface ClientRequest {
    void answered(ResponseEvent event);

    /** No answer came in 64*T1, or it could not be sent. */
    void unanswered();

    /** For requests whose fate changes nothing. */
    ClientRequest IGNORED = new ClientRequest() {
        @Override
        public void answered(ResponseEvent event) {}

        @Override
        public void unanswered() {}
    };
}
