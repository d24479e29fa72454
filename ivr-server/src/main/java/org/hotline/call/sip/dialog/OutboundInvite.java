package org.hotline.call.sip.dialog;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.header.ContactHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hotline.call.CallEnded;
import org.hotline.call.HangupCause;
import org.hotline.call.digest.Login;
import org.hotline.call.sdp.Agreement;
import org.hotline.call.sdp.MalformedSdp;
import org.hotline.call.sdp.SessionDescription;
import org.hotline.call.sip.stack.ClientRequest;
import org.hotline.call.sip.stack.Flow;
import org.hotline.call.sip.stack.FlowRouter;
import org.hotline.call.sip.stack.Messages;
import org.hotline.call.sip.stack.Outbox;

/**
 * A call going out (RFC 3261 section 13.2): rings, then is answered, refused or given up by us. A 2xx that comes after
 * all is acknowledged and ended with BYE. State is touched in the call's mailbox only.
 */
public final class OutboundInvite implements Signalling, ClientRequest {
    private enum State {
        CALLING,
        PROCEEDING,
        GIVING_UP,
        ANSWERED,
        OVER
    }

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Workings workings;
    private final SipProvider provider;
    private ClientTransaction transaction;
    private final ContactHeader contact;
    private final Optional<Flow> flow;
    private final Optional<Login> login;
    private final Proof proof;
    private final Claim claim;
    private State state = State.CALLING;
    private boolean provisional;
    private boolean askedAgain;
    private Optional<SipDialog> established = Optional.empty();

    /** Who is told how it went; of several phones that ring only the first to answer gets the call. */
    public interface Claim {
        /** @return false if somebody else was faster */
        boolean answered(OutboundInvite by);

        void failed(OutboundInvite by, HangupCause cause);
    }

    public OutboundInvite(
            Workings workings,
            SipProvider provider,
            ClientTransaction transaction,
            ContactHeader contact,
            Target target,
            Claim claim) {
        this.workings = workings;
        this.provider = provider;
        this.transaction = transaction;
        this.contact = contact;
        this.flow = target.flow();
        this.login = target.login();
        this.proof = new Proof(login);
        this.claim = claim;
    }

    public void start() {
        workings.mailbox().post(() -> {
            transaction.setApplicationData(this);
            try {
                Outbox.send(transaction);
                workings.timers().after(PATIENCE, workings.mailbox(), this::unconnected);
            } catch (SipException unreachable) {
                fail(HangupCause.DESTINATION_OUT_OF_ORDER);
            }
        });
    }

    /** The stack can lose the first request of a new TCP connection without a word (telephony defect 12). */
    private void unconnected() {
        boolean reliable = ((ViaHeader) transaction.getRequest().getHeader(ViaHeader.NAME))
                .getTransport()
                .equalsIgnoreCase("tcp");
        if (state == State.CALLING && reliable) {
            fail(HangupCause.NO_USER_RESPONSE);
        }
    }

    @Override
    public void answered(ResponseEvent event) {
        workings.mailbox().post(() -> take(event.getResponse(), event.getDialog()));
    }

    @Override
    public void unanswered() {
        workings.mailbox().post(() -> fail(HangupCause.NO_USER_RESPONSE));
    }

    private void take(Response response, Dialog dialog) {
        int status = response.getStatusCode();
        if (status < 200) {
            proceed();
        } else if (status < 300) {
            accepted(response, dialog);
        } else if (state == State.GIVING_UP || !again(response)) {
            fail(Messages.reason(response).orElse(Outcome.cause(status)));
        }
    }

    /** Asks once more, if it is known what was missing. */
    private boolean again(Response refusal) {
        Optional<Request> better =
                Proof.isAsked(refusal) ? proof.again(transaction.getRequest(), refusal) : longerSession(refusal);
        try {
            if (better.isPresent()) {
                transaction = provider.getNewClientTransaction(better.get());
                transaction.setApplicationData(this);
                Outbox.send(transaction);
            }
            return better.isPresent();
        } catch (SipException unreachable) {
            return false;
        }
    }

    /** With the session time the far side wants at least, once (RFC 4028 section 7.3). */
    private Optional<Request> longerSession(Response refusal) {
        boolean brief = refusal.getStatusCode() == Reoffer.SESSION_TOO_BRIEF;
        Optional<Duration> least = brief && !askedAgain ? SessionTerms.minimum(refusal) : Optional.empty();
        return least.map(interval -> {
            askedAgain = true;
            Request invite = Messages.again(transaction.getRequest());
            SessionTerms.propose(invite, interval, interval, "");
            return invite;
        });
    }

    private void proceed() {
        provisional = true;
        switch (state) {
            case CALLING -> state = State.PROCEEDING;
            case GIVING_UP -> cancel();
            case PROCEEDING, ANSWERED, OVER -> {}
        }
    }

    private void accepted(Response ok, Dialog jain) {
        SipDialog dialog = new SipDialog(workings, provider, jain, contact, flow, login);
        Optional<Agreement> agreed = agreement(ok);
        jain.setApplicationData(new InDialog(dialog, flow.isPresent())); // once it has its ACK the far side may ask
        try {
            dialog.ack(transaction.getRequest());
        } catch (SipException gone) {
            fail(HangupCause.TEMPORARY_FAILURE);
            return;
        }
        boolean wanted = state == State.CALLING || state == State.PROCEEDING;
        if (!wanted || agreed.isEmpty() || !claim.answered(this)) {
            dialog.bye(agreed.isEmpty() ? HangupCause.INCOMPATIBLE_DESTINATION : HangupCause.NORMAL_CLEARING);
            if (wanted) {
                fail(HangupCause.INCOMPATIBLE_DESTINATION);
            }
            return;
        }
        state = State.ANSWERED;
        established = Optional.of(dialog);
        SessionTerms.accepted(ok).ifPresent(dialog.timer()::run);
        workings.line().connect(agreed.get());
    }

    private Optional<Agreement> agreement(Response ok) {
        try {
            return workings.negotiation().accept(SessionDescription.read(Messages.body(ok)));
        } catch (MalformedSdp malformed) {
            return Optional.empty();
        }
    }

    private void fail(HangupCause cause) {
        if (state != State.ANSWERED && state != State.OVER) {
            state = State.OVER;
            workings.line().end(CallEnded.By.FAR_SIDE, cause);
            claim.failed(this, cause);
        }
    }

    /** Another phone was faster, the ringing took too long or the dialler gave up. */
    public void giveUp() {
        workings.mailbox().post(() -> {
            if (state == State.CALLING || state == State.PROCEEDING) {
                state = State.GIVING_UP;
                workings.line().end(CallEnded.By.US, HangupCause.NO_ANSWER);
                if (provisional) { // not before a provisional response (RFC 3261 section 9.1)
                    cancel();
                }
            }
        });
    }

    private void cancel() {
        try {
            Request cancel = transaction.createCancel();
            flow.ifPresent(way -> FlowRouter.mark(cancel, way));
            Outbox.send(provider.getNewClientTransaction(cancel));
        } catch (SipException tooLate) {
            return; // a final response is on its way: a 2xx will be ended with BYE
        }
    }

    @Override
    public void ring() {}

    @Override
    public CompletableFuture<Void> answer() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> settled() {
        return established.map(SipDialog::settled).orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    @Override
    public void hangUp(HangupCause cause) {
        workings.mailbox().post(() -> established.ifPresentOrElse(dialog -> dialog.bye(cause), this::giveUp));
    }
}
