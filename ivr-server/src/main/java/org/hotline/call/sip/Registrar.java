package org.hotline.call.sip;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sip.ServerTransaction;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hotline.call.registrar.Binding;
import org.hotline.call.registrar.Bindings;
import org.hotline.call.registrar.Registration;
import org.hotline.call.sip.stack.Flow;
import org.hotline.call.sip.stack.Messages;
import org.hotline.call.sip.stack.Reply;

/** Answers REGISTER by the steps of RFC 3261 section 10.3. */
final class Registrar {
    /** How long a phone is bound that does not say. */
    static final Duration USUAL = Duration.ofHours(1);

    /** Phones that would renew more often than this are told 423. */
    static final Duration SHORTEST = Duration.ofSeconds(60);

    private static final Duration LONGEST = Duration.ofHours(2);

    private final Gate gate;
    private final Bindings bindings;
    private final Clock clock;

    Registrar(Gate gate, Bindings bindings, Clock clock) {
        this.gate = gate;
        this.bindings = bindings;
        this.clock = clock;
    }

    void received(ServerTransaction transaction) {
        Request request = transaction.getRequest();
        ToHeader to = (ToHeader) request.getHeader(ToHeader.NAME);
        if (!(to.getAddress().getURI() instanceof SipURI uri) || uri.getUser() == null) {
            Reply.send(transaction, Response.UNSUPPORTED_URI_SCHEME);
            return;
        }
        if (gate.proves(transaction, uri.getUser())) {
            register(transaction, uri.getUser());
        }
    }

    private void register(ServerTransaction transaction, String account) {
        Request request = transaction.getRequest();
        List<ContactHeader> contacts = contacts(request);
        if (contacts.stream().anyMatch(ContactHeader::isWildCard)) {
            clear(transaction, account, contacts);
            return;
        }
        Map<String, Duration> wished = new LinkedHashMap<>();
        for (ContactHeader contact : contacts) {
            Duration lasts = lasts(contact, request);
            if (lasts.isPositive() && lasts.compareTo(SHORTEST) < 0) {
                Response brief = Reply.of(request, Response.INTERVAL_TOO_BRIEF);
                brief.setHeader(Messages.header("Min-Expires", Long.toString(SHORTEST.toSeconds())));
                Reply.send(transaction, brief);
                return;
            }
            wished.put(contact.getAddress().getURI().toString(), lasts);
        }
        bind(transaction, account, wished);
    }

    private void clear(ServerTransaction transaction, String account, List<ContactHeader> contacts) {
        ExpiresHeader expires = transaction.getRequest().getExpires();
        if (contacts.size() > 1 || expires == null || expires.getExpires() != 0) {
            Reply.send(transaction, Response.BAD_REQUEST);
            return;
        }
        bindings.clear(account);
        Reply.send(transaction, listing(transaction.getRequest(), account));
    }

    private void bind(ServerTransaction transaction, String account, Map<String, Duration> wished) {
        Request request = transaction.getRequest();
        Flow source = Messages.source(request);
        Bindings.Result result = bindings.register(new Registration(
                account,
                wished,
                new InetSocketAddress(source.address(), source.port()),
                source.transport(),
                Messages.callId(request),
                Messages.cseq(request)));
        Response response = switch (result) {
            case DONE -> listing(request, account);
            case OUT_OF_ORDER -> Reply.of(request, Response.SERVER_INTERNAL_ERROR);
            case TOO_MANY -> Reply.of(request, Response.FORBIDDEN);
        };
        Reply.send(transaction, response);
    }

    /** All bindings with what is left of them (step 8). */
    private Response listing(Request request, String account) {
        Response ok = Reply.of(request, Response.OK);
        Instant now = clock.instant();
        for (Binding binding : bindings.bindings(account)) {
            ContactHeader contact = Messages.contact(Messages.uri(binding.contact()));
            long left = Duration.between(now, binding.expires()).plusMillis(999).toSeconds();
            Messages.build(() -> {
                contact.setExpires(Math.toIntExact(left));
                return contact;
            });
            ok.addHeader(contact);
        }
        return ok;
    }

    /** The contact's own parameter over the header over what is usual, at most {@link #LONGEST} (step 7). */
    private static Duration lasts(ContactHeader contact, Request request) {
        long seconds = Optional.ofNullable(contact.getParameter("expires"))
                .map(Registrar::seconds)
                .orElseGet(() -> Optional.ofNullable(request.getExpires())
                        .map(header -> (long) header.getExpires())
                        .orElse(USUAL.toSeconds()));
        return Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
    }

    /** A malformed value counts as 3600 (section 20.10), one of up to 2^32-1 is just long. */
    private static long seconds(String text) {
        boolean number = text.length() <= 10 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(text) : USUAL.toSeconds();
    }

    private static List<ContactHeader> contacts(Request request) {
        return Messages.headers(request, ContactHeader.NAME, ContactHeader.class);
    }
}
