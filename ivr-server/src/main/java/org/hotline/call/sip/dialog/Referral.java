package org.hotline.call.sip.dialog;

import java.util.List;
import java.util.Optional;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.ReferToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hotline.call.HangupCause;
import org.hotline.call.Signal;
import org.hotline.call.sip.stack.ClientRequest;
import org.hotline.call.sip.stack.Messages;
import org.hotline.call.sip.stack.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A phone asks to be replaced by somebody else (REFER, RFC 3515). Only phones of our accounts may; whoever holds the call
 * decides what comes of it, and the phone is told: 100 at once, then how it ended, which ends the subscription. In the
 * call's mailbox.
 */
final class Referral {
    private static final Logger LOG = LoggerFactory.getLogger(Referral.class);

    private final SipDialog dialog;
    private final boolean trusted;
    private Optional<String> event = Optional.empty();
    private int asked;

    Referral(SipDialog dialog, boolean trusted) {
        this.dialog = dialog;
        this.trusted = trusted;
    }

    void received(ServerTransaction transaction) {
        List<ReferToHeader> targets =
                Messages.headers(transaction.getRequest(), ReferToHeader.NAME, ReferToHeader.class);
        int status = judge(targets);
        Reply.send(transaction, dialog.response(transaction, status));
        if (status == Response.ACCEPTED) {
            begin(Messages.cseq(transaction.getRequest()), targets.getFirst());
        }
    }

    private int judge(List<ReferToHeader> targets) {
        if (!trusted) {
            return Response.FORBIDDEN;
        } else if (targets.size() != 1) { // section 2.4.2
            return Response.BAD_REQUEST;
        } else if (isAttended(targets.getFirst().getAddress().getURI())) {
            return Response.DECLINE; // we could only dial the target anew, and its call with this phone would stay
        }
        return event.isPresent() ? Response.REQUEST_PENDING : Response.ACCEPTED;
    }

    /** True if a call that the phone has there is to be taken over (RFC 3891). */
    private static boolean isAttended(URI target) {
        return target instanceof SipURI uri && uri.getHeader("Replaces") != null;
    }

    private void begin(long cseq, ReferToHeader target) {
        event = Optional.of(asked++ == 0 ? "refer" : "refer;id=" + cseq); // section 2.4.6
        tell("active;expires=60", Response.TRYING);
        dialog.workings()
                .line()
                .post(new Signal.Referred(
                        target.getAddress().getURI().toString(),
                        fate -> dialog.workings().mailbox().post(() -> became(fate))));
    }

    private void became(Signal.Fate fate) {
        if (event.isPresent() && !dialog.isOver()) {
            tell(
                    "terminated;reason=noresource",
                    switch (fate) {
                        case Signal.Fate.Connected connected -> Response.OK;
                        case Signal.Fate.Failed failed -> Outcome.status(failed.cause());
                    });
            event = Optional.empty();
        }
    }

    /** The call ends for this phone before anything came of it. */
    void done() {
        became(new Signal.Fate.Failed(HangupCause.TEMPORARY_FAILURE));
    }

    private void tell(String state, int status) {
        try {
            Request notify = dialog.request(Request.NOTIFY);
            notify.setHeader(Messages.header("Event", event.orElseThrow()));
            notify.setHeader(Messages.header("Subscription-State", state));
            Messages.content(notify, "message", "sipfrag", Messages.statusLine(status) + "\r\n");
            dialog.send(notify, ClientRequest.IGNORED);
        } catch (SipException gone) {
            LOG.atDebug().addKeyValue("call", dialog.workings().id()).log("A NOTIFY could not be sent");
        }
    }
}
