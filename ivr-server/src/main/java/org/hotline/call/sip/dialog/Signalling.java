package org.hotline.call.sip.dialog;

import java.util.concurrent.CompletableFuture;
import org.hotline.call.CallEnded;
import org.hotline.call.HangupCause;

/** What a call's owner can ask of its signalling. Any thread; done in the call's mailbox. */
public interface Signalling {
    void ring();

    /** @return completes when the answer is sent, exceptionally with {@link CallEnded} if there is nobody to answer */
    CompletableFuture<Void> answer();

    void hangUp(HangupCause cause);

    /** In the call's mailbox only. Completes when a BYE that has to wait for an ACK has gone; at once if none has to. */
    CompletableFuture<Void> settled();
}
