package org.hotline.call.sip;

import gov.nist.javax.sip.DialogTimeoutEvent;
import gov.nist.javax.sip.ServerTransactionExt;
import gov.nist.javax.sip.SipListenerExt;
import java.util.Optional;
import javax.sip.Dialog;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.Transaction;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hotline.call.sip.dialog.InDialog;
import org.hotline.call.sip.dialog.InboundInvite;
import org.hotline.call.sip.stack.ClientRequest;
import org.hotline.call.sip.stack.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the stack calls, on its own threads. Finds whom an event is for and hands it over. Nothing escapes: the stack
 * would leave the request unanswered for ever (telephony defect 6), and an Error would kill its worker (defect 3).
 */
final class Reception implements SipListenerExt {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private volatile Optional<FrontDesk> desk = Optional.empty();

    /** From now on new requests are served; until now they were told to come back. */
    void open(FrontDesk frontDesk) {
        desk = Optional.of(frontDesk);
    }

    /** New requests are told to come back; a thread of the stack that outlives it holds nothing of ours. */
    void close() {
        desk = Optional.empty();
    }

    @Override
    public void processRequest(RequestEvent event) {
        Request request = event.getRequest();
        if (request.getMethod().equals(Request.ACK)) {
            guarded(() -> acknowledged(event));
            return;
        }
        ServerTransaction transaction;
        try {
            SipProvider provider = (SipProvider) event.getSource();
            ServerTransaction given = event.getServerTransaction();
            transaction = given == null ? provider.getNewServerTransaction(request) : given;
        } catch (SipException | RuntimeException retransmission) {
            LOG.atDebug().log("A request has no transaction");
            return;
        }
        try {
            dispatch(event, transaction);
        } catch (RuntimeException | Error fault) {
            LOG.atError()
                    .setCause(fault)
                    .addKeyValue("method", request.getMethod())
                    .log("A request failed");
            guarded(() -> Reply.send(transaction, Response.SERVER_INTERNAL_ERROR));
        }
    }

    private void dispatch(RequestEvent event, ServerTransaction transaction) {
        if (event.getRequest().getMethod().equals(Request.CANCEL)) {
            cancelled(transaction); // never authenticated, no requirements (RFC 3261 sections 22.1 and 8.2.2.3)
        } else if (!Requirements.met(transaction)) {
            return;
        } else if (inDialog(event.getDialog()) instanceof InDialog dialog && isWithin(event.getRequest())) {
            dialog.received(transaction);
        } else if (isWithin(event.getRequest())) {
            Reply.send(transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        } else {
            SipProvider provider = (SipProvider) event.getSource();
            desk.ifPresentOrElse(
                    open -> open.received(transaction, provider),
                    () -> Reply.send(transaction, Response.SERVICE_UNAVAILABLE));
        }
    }

    private static boolean isWithin(Request request) {
        return ((gov.nist.javax.sip.message.SIPRequest) request).getToTag() != null;
    }

    private static Object inDialog(Dialog dialog) {
        return dialog == null || dialog.getApplicationData() == null ? "none" : dialog.getApplicationData();
    }

    private static void cancelled(ServerTransaction cancel) {
        ServerTransaction invite = ((ServerTransactionExt) cancel).getCanceledInviteTransaction();
        if (invite != null && invite.getApplicationData() instanceof InboundInvite call) {
            call.cancelled(cancel);
        } else {
            Reply.send(cancel, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        }
    }

    private static void acknowledged(RequestEvent event) {
        if (inDialog(event.getDialog()) instanceof InDialog dialog) {
            dialog.acknowledged(event.getRequest(), Optional.ofNullable(event.getServerTransaction()));
        }
    }

    @Override
    public void processResponse(ResponseEvent event) {
        guarded(() -> {
            if (event.getClientTransaction() != null
                    && event.getClientTransaction().getApplicationData() instanceof ClientRequest request) {
                request.answered(event);
            }
        });
    }

    @Override
    public void processTimeout(TimeoutEvent event) {
        guarded(() -> {
            Transaction late =
                    event.isServerTransaction() ? event.getServerTransaction() : event.getClientTransaction();
            if (late.getApplicationData() instanceof ClientRequest request) {
                request.unanswered();
            }
        });
    }

    @Override
    public void processIOException(IOExceptionEvent event) {
        LOG.atDebug().addKeyValue("transport", event.getTransport()).log("A message could not be sent");
    }

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {}

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {
        lost(event.getDialog());
    }

    @Override
    public void processDialogTimeout(DialogTimeoutEvent event) {
        lost(event.getDialog());
    }

    private static void lost(Dialog dialog) {
        guarded(() -> {
            if (inDialog(dialog) instanceof InDialog ours) {
                ours.lost();
            }
        });
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error fault) {
            LOG.error("An event of the SIP stack failed", fault);
        }
    }
}
