package org.hotline.phone;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The signalling of one call: a dialog of RFC 3261 section 12 as a phone sees it. Verbs are called by the thread that
 * tells the story, {@link #take} by the phone's reader.
 */
final class PhoneDialog implements Dialog {
    private final Softphone phone;
    private final Line line;
    private final String callId;
    private final String localTag = Softphone.token();
    private final boolean outgoing;
    private String local;
    private String remote;
    private String target;
    private List<String> routes = List.of();
    private volatile SipText invite;
    private volatile Optional<Transaction> dialling = Optional.empty();
    private volatile int status;
    private volatile InetSocketAddress farSound = new InetSocketAddress(0);
    private int sequence = 1;
    private int version = 1;

    private PhoneDialog(Softphone phone, Line line, String callId, boolean outgoing, SipText invite) {
        this.phone = phone;
        this.line = line;
        this.callId = callId;
        this.outgoing = outgoing;
        this.invite = invite;
        this.local = "";
        this.remote = "";
        this.target = "";
    }

    static PhoneDialog outgoing(Softphone phone, String number, Line line) {
        String uri = "sip:" + number + "@" + phone.host();
        String callId = Softphone.token();
        PhoneDialog dialog = new PhoneDialog(phone, line, callId, true, SipText.request("INVITE", uri));
        dialog.local = "<sip:" + phone.user() + "@" + phone.host() + ">;tag=" + dialog.localTag;
        dialog.remote = "<" + uri + ">";
        dialog.target = uri;
        return dialog;
    }

    static PhoneDialog incoming(Softphone phone, SipText invite, Line line) {
        PhoneDialog dialog = new PhoneDialog(phone, line, invite.first("Call-ID"), false, invite);
        dialog.local = invite.first("To") + ";tag=" + dialog.localTag;
        dialog.remote = invite.first("From");
        dialog.target = SipText.address(invite.first("Contact"));
        dialog.routes = invite.all("Record-Route");
        return dialog;
    }

    @Override
    public String callId() {
        return callId;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String farAddress() {
        return remote;
    }

    @Override
    public InetSocketAddress farSound() {
        return farSound;
    }

    // ---------------------------------------------------------------- as caller

    @Override
    public void invite() {
        dialling = Optional.of(phone.open(offer("sendrecv"), sequence));
    }

    @Override
    public void awaitAnswer(Duration patience) {
        if (status == 200) {
            return;
        }
        SipText answer = dialling().finalAnswer(patience);
        if (answer.status() == 401 || answer.status() == 407) {
            acknowledgeFailure(answer);
            answer = inviteAgain(answer, patience);
        }
        status = answer.status();
        if (status >= 300) {
            acknowledgeFailure(answer);
            throw new AssertionError("the call to " + target + " was answered " + answer.startLine());
        }
        establish(answer);
        acknowledge(answer);
    }

    private Transaction dialling() {
        return dialling.orElseThrow(() -> new IllegalStateException("nobody was dialled"));
    }

    private SipText inviteAgain(SipText challenge, Duration patience) {
        boolean proxy = challenge.status() == 407;
        String answer = phone.authorization(
                challenge.first(proxy ? "Proxy-Authenticate" : "WWW-Authenticate"), "INVITE", target);
        dialling().close();
        SipText again = offer("sendrecv").with(proxy ? "Proxy-Authorization" : "Authorization", answer);
        dialling = Optional.of(phone.open(again, ++sequence));
        return dialling().finalAnswer(patience);
    }

    @Override
    public void cancel() {
        SipText sent = dialling().request();
        SipText cancel = SipText.request("CANCEL", target)
                .with("Via", sent.first("Via"))
                .with("From", sent.first("From"))
                .with("To", sent.first("To"))
                .with("Call-ID", callId)
                .with("CSeq", sequence + " CANCEL")
                .with("Max-Forwards", "70");
        phone.send(cancel);
        SipText answer = dialling().finalAnswer(Softphone.PATIENCE);
        while (answer.method().equals("CANCEL")) {
            answer = dialling().finalAnswer(Softphone.PATIENCE);
        }
        status = answer.status();
        acknowledgeFailure(answer);
    }

    private void establish(SipText answer) {
        remote = answer.first("To");
        target = SipText.address(answer.first("Contact"));
        routes = new ArrayList<>(answer.all("Record-Route"));
        Collections.reverse(routes);
        connect(answer.body());
    }

    private void connect(String sdp) {
        farSound = Sdp.address(sdp);
        line.connect(farSound, Sdp.telephoneEvent(sdp));
    }

    private void acknowledge(SipText answer) {
        phone.send(inside("ACK")
                .with("Via", phone.via("z9hG4bK" + Softphone.token()))
                .with("CSeq", answer.first("CSeq").split(" ", -1)[0] + " ACK")
                .with("Max-Forwards", "70"));
    }

    /** The ACK of a refusal belongs to the INVITE's transaction (RFC 3261 section 17.1.1.3). */
    private void acknowledgeFailure(SipText answer) {
        SipText sent = dialling().request();
        phone.send(SipText.request("ACK", target)
                .with("Via", sent.first("Via"))
                .with("From", sent.first("From"))
                .with("To", answer.first("To"))
                .with("Call-ID", callId)
                .with("CSeq", sequence + " ACK")
                .with("Max-Forwards", "70"));
    }

    // ---------------------------------------------------------------- as called

    @Override
    public void ring() {
        phone.send(invite.reply(180, "Ringing", localTag).with("Contact", phone.contact()));
    }

    @Override
    public void answer() {
        connect(invite.body());
        sendAnswer();
    }

    private void sendAnswer() {
        status = 200;
        phone.send(invite.reply(200, "OK", localTag)
                .with("Contact", phone.contact())
                .withBody(Sdp.TYPE, Sdp.of(phone.local().getHostAddress(), line.port(), version, "sendrecv")));
    }

    @Override
    public void reject(int code, String reason) {
        status = code;
        phone.send(invite.reply(code, reason, localTag));
    }

    // ---------------------------------------------------------------- within the call

    @Override
    public void bye() {
        phone.ask(inside("BYE"), ++sequence, Softphone.PATIENCE);
    }

    @Override
    public void pressBySignalling(char key) {
        info("application/dtmf-relay", "Signal=" + key + "\r\nDuration=160\r\n");
    }

    private void info(String type, String body) {
        SipText answer = phone.ask(inside("INFO").withBody(type, body), ++sequence, Softphone.PATIENCE);
        expectOk("INFO", answer);
    }

    @Override
    public void refer(String to) {
        SipText answer = phone.ask(
                inside("REFER").with("Refer-To", "<" + to + ">").with("Referred-By", local),
                ++sequence,
                Softphone.PATIENCE);
        expectOk("REFER", answer);
    }

    @Override
    public void reinvite(String direction) {
        version++;
        SipText again = inside("INVITE")
                .with("Contact", phone.contact())
                .withBody(Sdp.TYPE, Sdp.of(phone.local().getHostAddress(), line.port(), version, direction));
        SipText answer = phone.ask(again, ++sequence, Softphone.PATIENCE);
        expectOk("re-INVITE", answer);
        connect(answer.body());
        acknowledge(answer);
    }

    /** Takes a request of the other side; true if it ends the call. */
    @Override
    public boolean take(SipText request) {
        switch (request.method()) {
            case "BYE" -> {
                phone.send(request.reply(200, "OK", localTag));
                return true;
            }
            case "CANCEL" -> {
                phone.send(request.reply(200, "OK", localTag));
                if (status == 0) {
                    reject(487, "Request Terminated");
                    return true;
                }
            }
            case "INVITE" -> takeInvite(request);
            case "ACK" -> {}
            default -> phone.send(request.reply(200, "OK", localTag));
        }
        return false;
    }

    private void takeInvite(SipText request) {
        boolean repeated = request.first("CSeq").equals(invite.first("CSeq")) && !outgoing;
        invite = request;
        if (repeated && status == 0) {
            ring();
            return;
        }
        if (!repeated && !request.body().isEmpty()) {
            connect(request.body());
        }
        sendAnswer();
    }

    private SipText offer(String direction) {
        return SipText.request("INVITE", target)
                .with("From", local)
                .with("To", remote)
                .with("Call-ID", callId)
                .with("Contact", phone.contact())
                .with("Allow", "INVITE, ACK, BYE, CANCEL, OPTIONS, INFO, NOTIFY")
                .withBody(Sdp.TYPE, Sdp.of(phone.local().getHostAddress(), line.port(), version, direction));
    }

    private SipText inside(String method) {
        SipText request = SipText.request(method, target)
                .with("From", local)
                .with("To", remote)
                .with("Call-ID", callId);
        for (String route : routes) {
            request = request.with("Route", route);
        }
        return request;
    }

    private static void expectOk(String what, SipText answer) {
        if (answer.status() / 100 != 2) {
            throw new AssertionError(what + " was answered " + answer.startLine());
        }
    }
}
