package org.hotline.call.sip.stack;

import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends responses on server transactions. */
public final class Reply {
    private static final Logger LOG = LoggerFactory.getLogger(Reply.class);

    private Reply() {}

    /** Sends it; false if the transaction is over or the transport gone, when nobody waits for it any more. */
    public static boolean send(ServerTransaction transaction, Response response) {
        try {
            Outbox.send(transaction, response);
            return true;
        } catch (SipException | InvalidArgumentException tooLate) {
            LOG.atDebug().addKeyValue("status", response.getStatusCode()).log("A response came too late");
            return false;
        }
    }

    /** A bare response, inside a dialog or to a request that starts none. */
    public static boolean send(ServerTransaction transaction, int status) {
        return send(transaction, of(transaction.getRequest(), status));
    }

    /** The same to be completed and sent. */
    public static Response of(Request request, int status) {
        return Messages.response(status, request, Tags.fresh());
    }
}
