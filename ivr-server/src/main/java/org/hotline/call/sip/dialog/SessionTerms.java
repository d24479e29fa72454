package org.hotline.call.sip.dialog;

import gov.nist.javax.sip.header.extensions.MinSE;
import gov.nist.javax.sip.header.extensions.SessionExpires;
import java.time.Duration;
import java.util.Optional;
import javax.sip.header.RequireHeader;
import javax.sip.header.SupportedHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hotline.call.sip.stack.Messages;

/**
 * What both sides agreed on about the session timer (RFC 4028).
 *
 * @param interval the session ends unless refreshed in this time
 * @param weRefresh true if it is on us to refresh it
 */
public record SessionTerms(Duration interval, boolean weRefresh) {
    private static final String EXPIRES = "Session-Expires";
    private static final String MINIMUM = "Min-SE";

    /** True if the request asks for less than we grant: 422 (section 9); only who knows timers understands that. */
    public static boolean tooBrief(Request request, SessionTimes times) {
        return supports(request)
                && asked(request)
                        .filter(asked -> asked.compareTo(times.shortest()) < 0)
                        .isPresent();
    }

    /** The refusal that says how much it must be. */
    public static Response refusal(Response brief, SessionTimes times) {
        brief.setHeader(Messages.header(MINIMUM, Long.toString(times.shortest().toSeconds())));
        return brief;
    }

    /** Our terms as the one who is asked (section 9), written into the 2xx. */
    public static SessionTerms answer(Request request, Response ok, SessionTimes times) {
        Duration least = minimum(request)
                .filter(min -> min.compareTo(times.shortest()) > 0)
                .orElse(times.shortest());
        Duration wished =
                asked(request).filter(wish -> wish.compareTo(times.usual()) < 0).orElse(times.usual());
        Duration interval = wished.compareTo(least) < 0 ? least : wished;
        boolean theirs = supports(request) && asked(request).isPresent() && !"uas".equals(refresher(request));
        if (theirs) {
            ok.setHeader(Messages.header(RequireHeader.NAME, "timer"));
        }
        ok.setHeader(Messages.header(SupportedHeader.NAME, "timer"));
        ok.setHeader(Messages.header(EXPIRES, interval.toSeconds() + ";refresher=" + (theirs ? "uac" : "uas")));
        return new SessionTerms(interval, !theirs);
    }

    /** Proposes terms in a request of ours (section 7.1). */
    public static void propose(Request request, Duration interval, Duration least, String refresher) {
        request.setHeader(Messages.header(SupportedHeader.NAME, "timer"));
        String who = refresher.isEmpty() ? "" : ";refresher=" + refresher;
        request.setHeader(Messages.header(EXPIRES, interval.toSeconds() + who));
        request.setHeader(Messages.header(MINIMUM, Long.toString(least.toSeconds())));
    }

    /** The terms in the answer to a request of ours (section 7.2); empty if the far side wants no timer. */
    static Optional<SessionTerms> accepted(Response ok) {
        return asked(ok).map(interval -> new SessionTerms(interval, !"uas".equals(refresher(ok))));
    }

    /** The least a 422 asks for. */
    static Optional<Duration> minimum(Message message) {
        return message.getHeader(MINIMUM) instanceof MinSE least
                ? Optional.of(Duration.ofSeconds(Math.max(1, least.getExpires())))
                : Optional.empty();
    }

    private static Optional<Duration> asked(Message message) {
        return message.getHeader(EXPIRES) instanceof SessionExpires expires
                ? Optional.of(Duration.ofSeconds(Math.max(1, expires.getExpires())))
                : Optional.empty();
    }

    private static String refresher(Message message) {
        return message.getHeader(EXPIRES) instanceof SessionExpires expires && expires.getRefresher() != null
                ? expires.getRefresher()
                : "";
    }

    private static boolean supports(Request request) {
        return Messages.headers(request, SupportedHeader.NAME, SupportedHeader.class).stream()
                        .anyMatch(header -> "timer".equalsIgnoreCase(header.getOptionTag()))
                || Messages.headers(request, RequireHeader.NAME, RequireHeader.class).stream()
                        .anyMatch(header -> "timer".equalsIgnoreCase(header.getOptionTag()));
    }
}
