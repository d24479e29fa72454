package org.hotline.call.sip;

import java.util.List;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.ReferToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hotline.call.Signal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A phone asks to be replaced by somebody else (REFER, RFC 3515). Only phones of our accounts may; whoever holds the call
 * decides what comes of it, and when it hangs up, the phone is told that it worked.
 */
final class Referral {
    private static final Logger LOG = LoggerFactory.getLogger(Referral.class);

    private final SipDialog dialog;
    private final boolean trusted;
    private boolean open;

    Referral(SipDialog dialog, boolean trusted) {
        this.dialog = dialog;
        this.trusted = trusted;
    }

    void received(ServerTransaction transaction) {
        List<ReferToHeader> targets =
                Messages.headers(transaction.getRequest(), ReferToHeader.NAME, ReferToHeader.class);
        if (!trusted) {
            Reply.send(transaction, dialog.response(transaction, Response.FORBIDDEN));
            return;
        }
        if (targets.size() != 1) { // section 2.4.2
            Reply.send(transaction, dialog.response(transaction, Response.BAD_REQUEST));
            return;
        }
        Reply.send(transaction, dialog.response(transaction, Response.ACCEPTED));
        open = true;
        tell("active;expires=60", "SIP/2.0 100 Trying");
        dialog.workings()
                .line()
                .post(new Signal.Referred(
                        targets.getFirst().getAddress().getURI().toString()));
    }

    /** The call ends for this phone: it has been replaced. */
    void done() {
        if (open) {
            open = false;
            tell("terminated;reason=noresource", "SIP/2.0 200 OK");
        }
    }

    private void tell(String state, String fragment) {
        try {
            Request notify = dialog.request(Request.NOTIFY);
            notify.setHeader(Messages.header("Event", "refer"));
            notify.setHeader(Messages.header("Subscription-State", state));
            Messages.content(notify, "message", "sipfrag", fragment + "\r\n");
            dialog.send(notify, ClientRequest.IGNORED);
        } catch (SipException gone) {
            LOG.atDebug().addKeyValue("call", dialog.workings().id()).log("A NOTIFY could not be sent");
        }
    }
}
