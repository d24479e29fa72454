package org.hotline.call.sip.dialog;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.SIPDialog;
import gov.nist.javax.sip.stack.SIPServerTransaction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogState;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.header.ContactHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hotline.call.CallEnded;
import org.hotline.call.HangupCause;
import org.hotline.call.digest.Login;
import org.hotline.call.sip.stack.ClientRequest;
import org.hotline.call.sip.stack.Flow;
import org.hotline.call.sip.stack.FlowRouter;
import org.hotline.call.sip.stack.Messages;
import org.hotline.call.sip.stack.Outbox;
import org.hotline.call.sip.stack.Tags;
import org.hotline.call.sip.stack.Timers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our end of a dialog (RFC 3261 section 12): sends requests in it, along the peer's flow where NAT asks for that, awaits
 * the ACKs of our 2xx, and ends it. Used in the call's mailbox only.
 */
public final class SipDialog {
    private static final Logger LOG = LoggerFactory.getLogger(SipDialog.class);

    private final Workings workings;
    private final SipProvider provider;
    private final Dialog dialog;
    private final ContactHeader contact;
    private Optional<Flow> flow;
    private final Optional<Login> login;
    private final Map<Long, Awaited> acks = new HashMap<>();
    private Optional<HangupCause> byeAfterAck = Optional.empty();
    private final SessionTimer timer;
    private Runnable beforeBye = () -> {};
    private boolean over;
    private final CompletableFuture<Void> parted = new CompletableFuture<>();

    private record Awaited(boolean answers, Consumer<Request> then, Timers.Timer limit) {}

    /** @param login what proves us to the far side if it should ask */
    public SipDialog(
            Workings workings,
            SipProvider provider,
            Dialog dialog,
            ContactHeader contact,
            Optional<Flow> flow,
            Optional<Login> login) {
        this.workings = workings;
        this.provider = provider;
        this.dialog = dialog;
        this.contact = contact;
        this.flow = flow;
        this.login = login;
        this.timer = new SessionTimer(this, !dialog.isServer());
    }

    public SessionTimer timer() {
        return timer;
    }

    /** What the far side is still to be told before we end the dialog. */
    void beforeBye(Runnable task) {
        beforeBye = task;
    }

    Workings workings() {
        return workings;
    }

    boolean isOver() {
        return over;
    }

    /** The far side moved to another address (target refresh, RFC 3261 section 12.2): the stack follows its Contact. */
    void refreshed(Optional<Flow> other) {
        flow = other;
    }

    /** A response to a request in this dialog, with our Contact (RFC 3261 section 12.1.1). */
    Response response(ServerTransaction transaction, int status) {
        String tag = Optional.ofNullable(dialog.getLocalTag()).orElseGet(Tags::fresh);
        Response response = Messages.response(status, transaction.getRequest(), tag);
        response.setHeader(contact);
        return response;
    }

    /** A request in this dialog, not sent yet. */
    Request request(String method) throws SipException {
        Request request = dialog.createRequest(method);
        if (!method.equals(Request.BYE)) {
            request.setHeader(contact);
        }
        flow.ifPresent(way -> FlowRouter.mark(request, way));
        return request;
    }

    /** Sends it; {@code client} hears of its fate on the stack's threads. */
    void send(Request request, ClientRequest client) throws SipException {
        transmit(request, login.isEmpty() ? client : new Doubted(request, client));
    }

    private void transmit(Request request, ClientRequest client) throws SipException {
        ClientTransaction transaction = provider.getNewClientTransaction(request);
        transaction.setApplicationData(client);
        Outbox.send(dialog, transaction);
    }

    /** A request to a trunk, which may ask who we are inside a call, too. */
    private final class Doubted implements ClientRequest {
        private final Request request;
        private final ClientRequest client;
        private final Proof proof = new Proof(login);

        Doubted(Request request, ClientRequest client) {
            this.request = request;
            this.client = client;
        }

        @Override
        public void answered(ResponseEvent event) {
            if (Proof.isAsked(event.getResponse())) {
                workings.mailbox().post(() -> prove(event));
            } else {
                client.answered(event);
            }
        }

        private void prove(ResponseEvent asking) {
            try {
                Optional<Request> proven = proof.again(request, asking.getResponse());
                if (proven.isPresent()) {
                    transmit(proven.get(), this);
                    return;
                }
            } catch (SipException gone) {
                LOG.atDebug().addKeyValue("call", workings.id()).log("A challenged request could not be repeated");
            }
            client.answered(asking);
        }

        @Override
        public void unanswered() {
            client.unanswered();
        }
    }

    /** Acknowledges a 2xx to that INVITE of ours. */
    void ack(Request invite) throws SipException {
        try {
            Request ack = dialog.createAck(Messages.cseq(invite));
            Proof.carry(invite, ack);
            flow.ifPresent(way -> FlowRouter.mark(ack, way));
            Outbox.acknowledge(dialog, ack, (SipStackImpl) provider.getSipStack());
        } catch (javax.sip.InvalidArgumentException unknown) {
            throw new SipException("no such INVITE", unknown);
        }
    }

    /**
     * Our 2xx to an INVITE is out: without its ACK in 64*T1 the call ends (RFC 3261 section 13.3.1.4).
     *
     * @param answers true if the 2xx made an offer and the ACK is to answer it
     */
    void awaitAck(long cseq, boolean answers, Consumer<Request> then) {
        Timers.Timer limit = workings.timers()
                .after(workings.timers().transaction(), workings.mailbox(), () -> unacknowledged(cseq));
        acks.put(cseq, new Awaited(answers, then, limit));
    }

    /** True while an offer of ours in a 2xx is not answered. A mere ACK may be overtaken on UDP by what follows it. */
    boolean awaitsAnswer() {
        return acks.values().stream().anyMatch(Awaited::answers);
    }

    /**
     * An ACK to a 2xx of ours. The stack overlooks one that comes before it has begun to count the repetitions of that
     * 2xx, and would repeat it for 64*T1 and then give the dialog up: so it is told once more, now that it counts.
     *
     * @param transaction the ACK's, as the stack keeps it; empty if it keeps none
     */
    void acknowledged(Request ack, Optional<ServerTransaction> transaction) {
        transaction.ifPresent(known -> ((SIPDialog) dialog).handleAck((SIPServerTransaction) known));
        long cseq = Messages.cseq(ack);
        Awaited awaited = acks.remove(cseq);
        if (awaited == null) { // a second ACK, after a retransmitted 2xx crossed the first (telephony defect 9)
            return;
        }
        awaited.limit().cancel();
        awaited.then().accept(ack);
        byeAfterAck.filter(cause -> acks.isEmpty()).ifPresent(this::bye);
    }

    private void unacknowledged(long cseq) {
        if (acks.remove(cseq) != null && !over) {
            acks.clear();
            workings.line().end(CallEnded.By.SIGNALLING_LOST, HangupCause.RECOVERY_ON_TIMER_EXPIRY);
            bye(HangupCause.RECOVERY_ON_TIMER_EXPIRY);
        }
    }

    /** Ends the dialog from our side; after the ACK if that is still to come (RFC 3261 section 15). */
    void bye(HangupCause cause) {
        if (over) {
            return;
        }
        if (!acks.isEmpty()) {
            byeAfterAck = Optional.of(cause);
            return;
        }
        beforeBye.run();
        end();
        if (dialog.getState() == null || dialog.getState().equals(DialogState.TERMINATED)) {
            return;
        }
        try {
            Request bye = request(Request.BYE);
            bye.setHeader(Messages.reason(cause));
            send(bye, ClientRequest.IGNORED); // over for us once it is sent (section 15.1.1)
        } catch (SipException gone) {
            LOG.atDebug().addKeyValue("call", workings.id()).log("A BYE could not be sent");
            dialog.delete();
        }
    }

    /** Completes when a BYE that waits for its ACK has gone; at once if none waits. */
    CompletableFuture<Void> settled() {
        return over || byeAfterAck.isEmpty() ? CompletableFuture.completedFuture(null) : parted;
    }

    /** It is over, by whichever side: timers stop. */
    void end() {
        over = true;
        workings.mailbox().post(() -> parted.complete(null)); // after the BYE, which this very task may send
        timer.stop();
        acks.values().forEach(awaited -> awaited.limit().cancel());
        acks.clear();
    }
}
