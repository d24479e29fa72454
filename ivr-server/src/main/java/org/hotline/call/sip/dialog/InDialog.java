package org.hotline.call.sip.dialog;

import java.util.Optional;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hotline.call.CallEnded;
import org.hotline.call.HangupCause;
import org.hotline.call.sip.stack.Messages;
import org.hotline.call.sip.stack.Reply;

/**
 * Takes what the far side sends inside the dialog of a call; set as the dialog's application data. {@link #received} is
 * for any thread, the rest happens in the call's mailbox.
 */
public final class InDialog {
    private final SipDialog dialog;
    private final Reoffer reoffer;
    private final Referral referral;

    /** @param trusted true if the far side is a phone of an account of ours, which may ask to be transferred */
    public InDialog(SipDialog dialog, boolean trusted) {
        this.dialog = dialog;
        this.reoffer = new Reoffer(dialog);
        this.referral = new Referral(dialog, trusted);
        dialog.beforeBye(referral::done);
    }

    /** A request of the dialog other than ACK, with the transaction to answer on. */
    public void received(ServerTransaction transaction) {
        dialog.workings().mailbox().post(() -> take(transaction, transaction.getRequest()));
    }

    /** An ACK to a 2xx of ours, with the transaction the stack made of it, if it did. */
    public void acknowledged(Request ack, Optional<ServerTransaction> transaction) {
        dialog.workings().mailbox().post(() -> dialog.acknowledged(ack, transaction));
    }

    /** The stack gave the dialog up: its transport died or a timer ran out. */
    public void lost() {
        dialog.workings().mailbox().post(() -> {
            if (!dialog.isOver()) {
                dialog.end();
                dialog.workings().line().end(CallEnded.By.SIGNALLING_LOST, HangupCause.RECOVERY_ON_TIMER_EXPIRY);
            }
        });
    }

    private void take(ServerTransaction transaction, Request request) {
        if (dialog.isOver()) {
            Reply.send(transaction, dialog.response(transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST));
            return;
        }
        switch (request.getMethod()) {
            case Request.BYE -> farewell(transaction, request);
            case Request.INVITE, Request.UPDATE -> reoffer.received(transaction, request);
            case Request.INFO -> informed(transaction, request);
            case Request.REFER -> referral.received(transaction);
            case Request.OPTIONS -> Reply.send(transaction, dialog.response(transaction, Response.OK));
            default -> refuse(transaction);
        }
    }

    private void farewell(ServerTransaction transaction, Request bye) {
        Reply.send(transaction, dialog.response(transaction, Response.OK));
        dialog.end();
        dialog.workings().line().end(CallEnded.By.FAR_SIDE, Messages.reason(bye).orElse(HangupCause.NORMAL_CLEARING));
    }

    /** Keys; an empty INFO only asks whether we are there (RFC 6086 section 4.2.2). */
    private void informed(ServerTransaction transaction, Request info) {
        if (Keys.isKeys(info)) {
            var key = Keys.read(info);
            Reply.send(transaction, dialog.response(transaction, key.isPresent() ? Response.OK : Response.BAD_REQUEST));
            key.ifPresent(dialog.workings().line()::post);
            return;
        }
        boolean empty = Messages.body(info).isEmpty();
        Response response = dialog.response(transaction, empty ? Response.OK : Response.UNSUPPORTED_MEDIA_TYPE);
        if (!empty) {
            response.setHeader(Messages.header("Accept", "application/dtmf-relay"));
        }
        Reply.send(transaction, response);
    }

    private void refuse(ServerTransaction transaction) {
        Response response = dialog.response(transaction, Response.METHOD_NOT_ALLOWED);
        Messages.allow(response);
        Reply.send(transaction, response);
    }
}
