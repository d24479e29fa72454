package org.hotline.call.sip.dialog;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hotline.call.CallEnded;
import org.hotline.call.HangupCause;
import org.hotline.call.sip.stack.ClientRequest;
import org.hotline.call.sip.stack.Messages;
import org.hotline.call.sip.stack.Timers;

/**
 * Finds calls whose far side has silently gone (RFC 4028): refreshes at half time if that is our part, and ends the call
 * when the other side's refresh does not come. In the call's mailbox.
 */
final class SessionTimer {
    private static final Duration GRACE = Duration.ofSeconds(32);

    private final SipDialog dialog;
    private final boolean weCalled;
    private Optional<SessionTerms> terms = Optional.empty();
    private Timers.Timer next = Timers.Timer.NONE;
    private String method = Request.UPDATE;
    private boolean asking;

    /** @param weCalled true if the dialog's Call-ID is ours, which decides who yields longer in a glare */
    SessionTimer(SipDialog dialog, boolean weCalled) {
        this.dialog = dialog;
        this.weCalled = weCalled;
    }

    /** Begins again under these terms: the session was set up or refreshed. */
    void run(SessionTerms agreed) {
        terms = Optional.of(agreed);
        Duration interval = agreed.interval();
        Duration third = interval.dividedBy(3);
        Duration grace = third.compareTo(GRACE) < 0 ? third : GRACE;
        set(agreed.weRefresh() ? interval.dividedBy(2) : interval.minus(grace));
    }

    private void set(Duration delay) {
        next.cancel();
        next = dialog.workings().timers().after(delay, dialog.workings().mailbox(), this::due);
    }

    void stop() {
        next.cancel();
        terms = Optional.empty();
    }

    /** True while a re-INVITE of ours is under way: an offer of theirs meets it in mid-air (RFC 3261 section 14.2). */
    boolean isAsking() {
        return asking && method.equals(Request.INVITE);
    }

    private void due() {
        if (dialog.isOver() || terms.isEmpty()) {
            return;
        }
        if (terms.get().weRefresh()) {
            refresh();
        } else {
            expire();
        }
    }

    private void expire() {
        dialog.workings().line().end(CallEnded.By.SIGNALLING_LOST, HangupCause.RECOVERY_ON_TIMER_EXPIRY);
        dialog.bye(HangupCause.RECOVERY_ON_TIMER_EXPIRY);
    }

    /** Asks by UPDATE, which needs no offer; by re-INVITE with what we said last if the far side has no UPDATE. */
    private void refresh() {
        try {
            Request request = dialog.request(method);
            Duration interval = terms.map(SessionTerms::interval).orElseThrow();
            SessionTerms.propose(request, interval, interval, "uac");
            if (method.equals(Request.INVITE)) {
                dialog.workings().negotiation().sent().ifPresent(last -> Messages.describe(request, last));
            }
            asking = true;
            dialog.send(request, new Refresh());
        } catch (SipException gone) {
            expire();
        }
    }

    private final class Refresh implements ClientRequest {
        @Override
        public void answered(ResponseEvent event) {
            Request asked = event.getClientTransaction().getRequest();
            dialog.workings().mailbox().post(() -> take(asked, event.getResponse()));
        }

        @Override
        public void unanswered() {
            dialog.workings().mailbox().post(SessionTimer.this::expire);
        }
    }

    private void take(Request asked, Response response) {
        int status = response.getStatusCode();
        if (status < 200 || dialog.isOver()) {
            return;
        }
        asking = false;
        if (status < 300) {
            refreshed(asked, response);
            return;
        }
        switch (status) {
            case Response.METHOD_NOT_ALLOWED, Response.NOT_IMPLEMENTED -> byInvite();
            case Response.REQUEST_PENDING -> set(yielding());
            default -> expire();
        }
    }

    private void refreshed(Request asked, Response ok) {
        if (asked.getMethod().equals(Request.INVITE)) {
            try {
                dialog.ack(asked);
            } catch (SipException gone) {
                expire();
                return;
            }
        }
        SessionTerms.accepted(ok).or(() -> terms).ifPresent(this::run);
    }

    private void byInvite() {
        if (method.equals(Request.INVITE)) {
            expire();
        } else {
            method = Request.INVITE;
            refresh();
        }
    }

    /** How long to wait after a glare: 2.1 to 4 s for whose Call-ID it is, else up to 2 s (RFC 3261 section 14.1). */
    private Duration yielding() {
        int tens = weCalled
                ? ThreadLocalRandom.current().nextInt(210, 401)
                : ThreadLocalRandom.current().nextInt(0, 201);
        return Duration.ofMillis(10L * tens);
    }
}
