package org.hotline.call.sip.dialog;

import java.util.Optional;
import java.util.function.Consumer;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hotline.call.sdp.MalformedSdp;
import org.hotline.call.sdp.Negotiation;
import org.hotline.call.sdp.SessionDescription;
import org.hotline.call.sip.stack.Messages;
import org.hotline.call.sip.stack.Reply;

/**
 * Answers new offers inside a call, by re-INVITE (RFC 3261 section 14.2) or UPDATE (RFC 3311): hold, resume, another
 * address. One that cannot be met leaves the session as it was.
 */
public final class Reoffer {
    public static final int SESSION_TOO_BRIEF = 422; // RFC 4028 section 6

    private final SipDialog dialog;

    Reoffer(SipDialog dialog) {
        this.dialog = dialog;
    }

    void received(ServerTransaction transaction, Request request) {
        if (dialog.awaitsAnswer() || dialog.timer().isAsking()) { // an offer of ours is open (RFC 3261 section 14.2)
            Reply.send(transaction, dialog.response(transaction, Response.REQUEST_PENDING));
            return;
        }
        if (SessionTerms.tooBrief(request, dialog.workings().times())) {
            Response brief = dialog.response(transaction, SESSION_TOO_BRIEF);
            Reply.send(
                    transaction, SessionTerms.refusal(brief, dialog.workings().times()));
            return;
        }
        dialog.refreshed(Messages.natFlow(request, Messages.source(request)));
        boolean invite = request.getMethod().equals(Request.INVITE);
        if (request.getRawContent() != null) {
            answer(transaction, request);
        } else if (invite) {
            offer(transaction);
        } else {
            send(transaction, dialog.response(transaction, Response.OK), false, ack -> {});
        }
    }

    private void answer(ServerTransaction transaction, Request request) {
        Optional<Negotiation.Answer> answer;
        try {
            if (!Messages.bodyType(request).equals(SessionDescription.TYPE)) {
                Response response = dialog.response(transaction, Response.UNSUPPORTED_MEDIA_TYPE);
                response.setHeader(Messages.header("Accept", SessionDescription.TYPE));
                Reply.send(transaction, response);
                return;
            }
            answer = negotiation().answer(SessionDescription.read(Messages.body(request)));
        } catch (MalformedSdp malformed) {
            Reply.send(transaction, dialog.response(transaction, Response.BAD_REQUEST));
            return;
        }
        if (answer.isEmpty()) {
            Reply.send(transaction, dialog.response(transaction, Response.NOT_ACCEPTABLE_HERE));
            return;
        }
        Response ok = dialog.response(transaction, Response.OK);
        Messages.describe(ok, answer.get().description());
        dialog.workings().line().connect(answer.get().agreement());
        send(transaction, ok, false, ack -> {});
    }

    private void offer(ServerTransaction transaction) {
        Response ok = dialog.response(transaction, Response.OK);
        Messages.describe(ok, negotiation().offer());
        send(
                transaction,
                ok,
                true,
                ack -> accept(ack).ifPresent(dialog.workings().line()::connect));
    }

    private void send(ServerTransaction transaction, Response ok, boolean offers, Consumer<Request> then) {
        SessionTerms terms = SessionTerms.answer(
                transaction.getRequest(), ok, dialog.workings().times());
        dialog.timer().run(terms);
        if (Reply.send(transaction, ok) && transaction.getRequest().getMethod().equals(Request.INVITE)) {
            dialog.awaitAck(Messages.cseq(ok), offers, then);
        }
    }

    private Optional<org.hotline.call.sdp.Agreement> accept(Request ack) {
        try {
            return negotiation().accept(SessionDescription.read(Messages.body(ack)));
        } catch (MalformedSdp malformed) {
            return Optional.empty();
        }
    }

    private Negotiation negotiation() {
        return dialog.workings().negotiation();
    }
}
