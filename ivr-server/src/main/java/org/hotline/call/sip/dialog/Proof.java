package org.hotline.call.sip.dialog;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.Header;
import javax.sip.header.ProxyAuthenticateHeader;
import javax.sip.header.ProxyAuthorizationHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hotline.call.digest.Challenge;
import org.hotline.call.digest.Login;
import org.hotline.call.sip.stack.Messages;
import org.hotline.call.sip.stack.Tags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the 401 or 407 of a trunk (RFC 3261 sections 22.2 and 22.3) with the account configured for the host that was
 * dialled, if it has one, and to no realm but that account's. One for each request, for a second challenge is only
 * answered if the first answer came too late.
 */
final class Proof {
    private static final Logger LOG = LoggerFactory.getLogger(Proof.class);

    private final Optional<Login> login;
    private final Set<String> answered = new HashSet<>();

    Proof(Optional<Login> login) {
        this.login = login;
    }

    /** True if that response asks who we are. */
    static boolean isAsked(Response response) {
        return response.getStatusCode() == Response.UNAUTHORIZED
                || response.getStatusCode() == Response.PROXY_AUTHENTICATION_REQUIRED;
    }

    /** The ACK of a 2xx has the credentials of its INVITE (RFC 3261 section 13.2.2.4). */
    static void carry(Request invite, Request ack) {
        for (String name : List.of(AuthorizationHeader.NAME, ProxyAuthorizationHeader.NAME)) {
            Messages.headers(invite, name, Header.class).forEach(ack::setHeader);
        }
    }

    /** The request once more with our answer; empty if we have none or it was refused. */
    Optional<Request> again(Request before, Response asking) {
        boolean proxy = asking.getStatusCode() == Response.PROXY_AUTHENTICATION_REQUIRED;
        String name = proxy ? ProxyAuthorizationHeader.NAME : AuthorizationHeader.NAME;
        for (Challenge challenge : challenges(asking, proxy)) {
            boolean allowed = answered.add(name + " " + challenge.realm()) || challenge.stale();
            Optional<String> answer = login.filter(known -> allowed)
                    .flatMap(known -> known.answer(
                            challenge,
                            before.getMethod(),
                            before.getRequestURI().toString(),
                            Tags.fresh()));
            if (answer.isPresent()) {
                Request again = Messages.again(before);
                again.setHeader(Messages.header(name, answer.get()));
                return Optional.of(again);
            }
        }
        LOG.atWarn()
                .addKeyValue("host", before.getRequestURI())
                .log("A trunk asks who we are, and the configuration has no account for its realm, or a wrong one");
        return Optional.empty();
    }

    private static List<Challenge> challenges(Response asking, boolean proxy) {
        String name = proxy ? ProxyAuthenticateHeader.NAME : WWWAuthenticateHeader.NAME;
        return Messages.headers(asking, name, WWWAuthenticateHeader.class).stream()
                .filter(header -> "Digest".equalsIgnoreCase(header.getScheme()))
                .map(header -> new Challenge(
                        said(header.getRealm()),
                        said(header.getNonce()),
                        said(header.getAlgorithm()),
                        said(header.getQop()),
                        said(header.getOpaque()),
                        header.isStale()))
                .toList();
    }

    private static String said(String value) {
        return Optional.ofNullable(value).orElse("");
    }
}
