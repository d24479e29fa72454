package org.hotline.call.sip.dialog;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hotline.call.CallEnded;
import org.hotline.call.HangupCause;
import org.hotline.call.sdp.Agreement;
import org.hotline.call.sdp.MalformedSdp;
import org.hotline.call.sdp.Negotiation;
import org.hotline.call.sdp.SessionDescription;
import org.hotline.call.sip.stack.Messages;
import org.hotline.call.sip.stack.Reply;

/**
 * A call coming in: offered, then answered or refused by us, or cancelled by the caller (RFC 3261 sections 13.3 and
 * 9.2). State is touched in the call's mailbox only.
 */
public final class InboundInvite implements Signalling {
    private enum State {
        OFFERED,
        ANSWERED,
        OVER
    }

    private final Workings workings;
    private final ServerTransaction transaction;
    private final SipDialog dialog;
    private final Optional<Negotiation.Answer> prepared;
    private State state = State.OFFERED;

    /** @param prepared our answer to the offer in the INVITE; empty if it had none and we are to offer (late offer) */
    public InboundInvite(
            Workings workings, ServerTransaction transaction, SipDialog dialog, Optional<Negotiation.Answer> prepared) {
        this.workings = workings;
        this.transaction = transaction;
        this.dialog = dialog;
        this.prepared = prepared;
    }

    @Override
    public void ring() {
        workings.mailbox().post(() -> {
            if (state == State.OFFERED) {
                Reply.send(transaction, dialog.response(transaction, Response.RINGING));
            }
        });
    }

    @Override
    public CompletableFuture<Void> answer() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        workings.mailbox().post(() -> {
            if (state == State.OFFERED) {
                accept();
            }
            workings.line().ended().ifPresentOrElse(done::completeExceptionally, () -> done.complete(null));
        });
        return done;
    }

    private void accept() {
        Response ok = dialog.response(transaction, Response.OK);
        Messages.allow(ok);
        Messages.describe(
                ok,
                prepared.map(Negotiation.Answer::description)
                        .orElseGet(() -> workings.negotiation().offer()));
        state = State.ANSWERED;
        dialog.timer().run(SessionTerms.answer(transaction.getRequest(), ok, workings.times()));
        prepared.map(Negotiation.Answer::agreement).ifPresent(workings.line()::connect);
        if (Reply.send(transaction, ok)) {
            dialog.awaitAck(Messages.cseq(ok), prepared.isEmpty(), this::acknowledged);
        } else {
            state = State.OVER;
            workings.line().end(CallEnded.By.SIGNALLING_LOST, HangupCause.TEMPORARY_FAILURE);
        }
    }

    private void acknowledged(Request ack) {
        if (prepared.isPresent()) {
            return;
        }
        answered(ack).ifPresentOrElse(workings.line()::connect, () -> {
            workings.line().end(CallEnded.By.US, HangupCause.INCOMPATIBLE_DESTINATION);
            dialog.bye(HangupCause.INCOMPATIBLE_DESTINATION);
        });
    }

    private Optional<Agreement> answered(Request ack) {
        try {
            return workings.negotiation().accept(SessionDescription.read(Messages.body(ack)));
        } catch (MalformedSdp malformed) {
            return Optional.empty();
        }
    }

    /** CANCEL: before our final response it ends the call, after it does nothing (RFC 3261 section 9.2). Any thread. */
    public void cancelled(ServerTransaction cancel) {
        workings.mailbox().post(() -> {
            Reply.send(cancel, dialog.response(cancel, Response.OK));
            if (state == State.OFFERED) {
                state = State.OVER;
                dialog.end();
                Reply.send(transaction, dialog.response(transaction, Response.REQUEST_TERMINATED));
                workings.line()
                        .end(
                                CallEnded.By.FAR_SIDE,
                                Messages.reason(cancel.getRequest()).orElse(HangupCause.NORMAL_CLEARING));
            }
        });
    }

    @Override
    public CompletableFuture<Void> settled() {
        return dialog.settled();
    }

    @Override
    public void hangUp(HangupCause cause) {
        workings.mailbox().post(() -> {
            if (state == State.OFFERED) {
                state = State.OVER;
                dialog.end();
                Response refusal = dialog.response(transaction, Outcome.status(cause));
                refusal.setHeader(Messages.reason(cause));
                Reply.send(transaction, refusal);
            } else if (state == State.ANSWERED) {
                dialog.bye(cause);
            }
        });
    }
}
