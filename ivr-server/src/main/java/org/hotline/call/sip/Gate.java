package org.hotline.call.sip;

import java.util.List;
import java.util.Optional;
import javax.sip.ServerTransaction;
import javax.sip.header.AuthorizationHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hotline.call.digest.Authenticator;
import org.hotline.call.digest.Authenticator.Verdict;
import org.hotline.call.digest.Credentials;
import org.hotline.call.guard.Bans;
import org.hotline.call.sip.stack.Flow;
import org.hotline.call.sip.stack.Messages;
import org.hotline.call.sip.stack.Reply;

/** Lets requests pass that prove their account and challenges the others (RFC 3261 section 22). */
final class Gate {
    private final Authenticator authenticator;
    private final Bans bans;
    private final String realm;

    Gate(Authenticator authenticator, Bans bans, String realm) {
        this.authenticator = authenticator;
        this.bans = bans;
        this.realm = realm;
    }

    /** True if there is such an account. */
    boolean knows(String account) {
        return authenticator.account(account).isPresent();
    }

    /** True if the request proves that account; else it has been answered. */
    boolean proves(ServerTransaction transaction, String account) {
        Request request = transaction.getRequest();
        Flow source = Messages.source(request);
        Verdict verdict = authenticator.judge(
                request.getMethod(),
                account,
                credentials(request),
                source.address().getHostAddress());
        if (verdict instanceof Verdict.Challenged challenged) {
            if (challenged.wrong()) {
                bans.failed(source.address(), account);
            }
            challenge(transaction, challenged.challenges());
            return false;
        }
        bans.forgive(source.address(), account);
        return true;
    }

    private static void challenge(ServerTransaction transaction, List<String> challenges) {
        Response response = Reply.of(transaction.getRequest(), Response.UNAUTHORIZED);
        challenges.forEach(value ->
                response.addHeader(Messages.build(() -> Messages.HEADERS.createHeader("WWW-Authenticate", value))));
        Reply.send(transaction, response);
    }

    private Optional<Credentials> credentials(Request request) {
        return Messages.headers(request, AuthorizationHeader.NAME, AuthorizationHeader.class).stream()
                .filter(header -> "Digest".equalsIgnoreCase(header.getScheme()))
                .filter(header -> realm.equals(header.getRealm()))
                .findFirst()
                .map(Gate::credentials);
    }

    private static Credentials credentials(AuthorizationHeader header) {
        return new Credentials(
                said(header, "username"),
                said(header, "realm"),
                said(header, "nonce"),
                said(header, "uri"),
                said(header, "response"),
                said(header, "algorithm"),
                said(header, "qop"),
                said(header, "nc"),
                said(header, "cnonce"));
    }

    private static String said(AuthorizationHeader header, String parameter) {
        return Optional.ofNullable(header.getParameter(parameter)).orElse("");
    }
}
