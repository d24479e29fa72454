package org.hotline.call.sip.stack;

import gov.nist.javax.sip.address.AddressFactoryImpl;
import gov.nist.javax.sip.header.HeaderFactoryImpl;
import gov.nist.javax.sip.message.MessageFactoryImpl;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sip.InvalidArgumentException;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.Header;
import javax.sip.header.ReasonHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hotline.call.HangupCause;
import org.hotline.call.sdp.SessionDescription;

/** Builds messages and headers and reads parts of them: JAIN's factories, with an argument error where ours is at fault. */
public final class Messages {
    /** What we can do, for Allow. */
    public static final List<String> METHODS =
            List.of("INVITE", "ACK", "CANCEL", "BYE", "OPTIONS", "REGISTER", "UPDATE", "INFO", "REFER", "NOTIFY");

    public static final AddressFactory ADDRESSES = new AddressFactoryImpl();
    public static final HeaderFactoryImpl HEADERS = new HeaderFactoryImpl();
    public static final MessageFactory MESSAGES = new MessageFactoryImpl();

    private Messages() {}

    /** A step of building that JAIN declares to fail on bad text. */
    public interface Step<T> {
        T run() throws ParseException, InvalidArgumentException;
    }

    /** @throws IllegalArgumentException if what was given is no such part of a message */
    public static <T> T build(Step<T> step) {
        try {
            return step.run();
        } catch (ParseException | InvalidArgumentException bad) {
            throw new IllegalArgumentException("not a part of a SIP message", bad);
        }
    }

    /** Says what we can do (RFC 3261 section 20.5). */
    public static void allow(Message message) {
        METHODS.forEach(method -> message.addHeader(build(() -> HEADERS.createAllowHeader(method))));
    }

    public static Header header(String name, String value) {
        return build(() -> HEADERS.createHeader(name, value));
    }

    /** An answer with the standard reason phrase, and a To tag once it is more than 100 (RFC 3261 section 8.2.6.2). */
    public static Response response(int status, Request request, String tag) {
        Response response = build(() -> MESSAGES.createResponse(status, request));
        ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
        if (status > 100 && to.getTag() == null) {
            build(() -> {
                to.setTag(tag);
                return to;
            });
        }
        return response;
    }

    /** A request once more: the same call, the next number, a branch still to be made (RFC 3261 section 8.1.3.5). */
    public static Request again(Request before) {
        Request again = (Request) before.clone();
        FlowRouter.markLike(before, again);
        return build(() -> {
            ((CSeqHeader) again.getHeader(CSeqHeader.NAME)).setSeqNumber(cseq(before) + 1);
            ((ViaHeader) again.getHeader(ViaHeader.NAME)).removeParameter("branch");
            return again;
        });
    }

    /** The first line of a response, as a fragment in a NOTIFY (RFC 3420) has it. */
    public static String statusLine(int status) {
        return "SIP/2.0 " + status + " " + SIPResponse.getReasonPhrase(status);
    }

    public static SipURI uri(String user, InetAddress host, int port, String transport) {
        return build(() -> {
            SipURI uri = ADDRESSES.createSipURI(user, Flow.literal(host));
            uri.setPort(port);
            if (!transport.equals("udp")) {
                uri.setTransportParam(transport);
            }
            return uri;
        });
    }

    public static ContactHeader contact(SipURI uri) {
        return HEADERS.createContactHeader(ADDRESSES.createAddress(uri));
    }

    public static Address address(String display, URI uri) {
        return display.isBlank() ? ADDRESSES.createAddress(uri) : build(() -> ADDRESSES.createAddress(display, uri));
    }

    public static void describe(Message message, SessionDescription description) {
        content(message, "application", "sdp", description.text());
    }

    public static void content(Message message, String type, String subtype, String text) {
        build(() -> {
            message.setContent(text.getBytes(StandardCharsets.UTF_8), HEADERS.createContentTypeHeader(type, subtype));
            return message;
        });
    }

    /** Why the call ended (RFC 3326). */
    public static ReasonHeader reason(HangupCause cause) {
        return build(() -> HEADERS.createReasonHeader("Q.850", cause.q850(), cause.name()));
    }

    /** The Q.850 cause a message gives, if it gives one (RFC 3326). */
    public static Optional<HangupCause> reason(Message message) {
        for (var found = message.getHeaders(ReasonHeader.NAME); found.hasNext(); ) {
            if (found.next() instanceof ReasonHeader reason
                    && "Q.850".equalsIgnoreCase(reason.getProtocol())
                    && HangupCause.of(reason.getCause()).isPresent()) {
                return HangupCause.of(reason.getCause());
            }
        }
        return Optional.empty();
    }

    /** The body's text, empty if there is none. */
    public static String body(Message message) {
        byte[] raw = message.getRawContent();
        return raw == null ? "" : new String(raw, StandardCharsets.UTF_8);
    }

    /** The body's media type in lower case without parameters, empty if there is none. */
    public static String bodyType(Message message) {
        ContentTypeHeader type = (ContentTypeHeader) message.getHeader(ContentTypeHeader.NAME);
        return type == null ? "" : (type.getContentType() + "/" + type.getContentSubType()).toLowerCase(Locale.ROOT);
    }

    /** Where a request really came from. */
    public static Flow source(Request request) {
        SIPRequest received = (SIPRequest) request;
        return new Flow(
                received.getRemoteAddress(),
                received.getRemotePort(),
                received.getTopmostVia().getTransport());
    }

    /**
     * The flow to use inside a dialog with the sender of this message: its source when it sits behind a NAT, which
     * shows in a Contact that differs from the source, and no proxy stands between (no Record-Route).
     */
    public static Optional<Flow> natFlow(Message message, Flow source) {
        ContactHeader contact = (ContactHeader) message.getHeader(ContactHeader.NAME);
        if (contact == null || message.getHeader("Record-Route") != null) {
            return Optional.empty();
        }
        boolean same = contact.getAddress().getURI() instanceof SipURI uri
                && uri.getHost().equals(source.getHost())
                && source.port() == (uri.getPort() < 0 ? 5060 : uri.getPort());
        return same ? Optional.empty() : Optional.of(source);
    }

    public static String callId(Message message) {
        return ((SIPMessage) message).getCallId().getCallId();
    }

    public static long cseq(Message message) {
        return ((SIPMessage) message).getCSeq().getSeqNumber();
    }

    /** All headers of that name that the stack could read as {@code type}. */
    public static <T extends Header> List<T> headers(Message message, String name, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (var each = message.getHeaders(name); each.hasNext(); ) {
            Object header = each.next();
            if (type.isInstance(header)) {
                found.add(type.cast(header));
            }
        }
        return found;
    }

    /** @throws IllegalArgumentException if it is no SIP address */
    public static SipURI uri(String text) {
        if (build(() -> ADDRESSES.createURI(text)) instanceof SipURI uri) {
            return uri;
        }
        throw new IllegalArgumentException("not a SIP address");
    }
}
