package org.hotline.bench;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.address.AddressFactoryImpl;
import gov.nist.javax.sip.header.HeaderFactoryImpl;
import gov.nist.javax.sip.message.MessageFactoryImpl;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Properties;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.header.ContactHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hotline.call.sip.stack.StackLog;

/** The SIP stack and nothing else: answers INVITE and BYE with 200. What it costs, nobody who uses it can save. */
final class BareSip implements SipListener {
    private static final byte[] SDP = String.join(
                    "\r\n",
                    "v=0",
                    "o=- 1 1 IN IP4 127.0.0.1",
                    "s=-",
                    "c=IN IP4 127.0.0.1",
                    "t=0 0",
                    "m=audio 20000 RTP/AVP 0",
                    "a=rtpmap:0 PCMU/8000",
                    "a=ptime:20",
                    "a=sendrecv",
                    "")
            .getBytes(StandardCharsets.US_ASCII);

    private final HeaderFactoryImpl headers = new HeaderFactoryImpl();
    private final MessageFactoryImpl messages = new MessageFactoryImpl();
    private final ContactHeader contact;

    private BareSip(int port) throws ParseException {
        AddressFactoryImpl addresses = new AddressFactoryImpl();
        contact = headers.createContactHeader(addresses.createAddress("<sip:bare@127.0.0.1:" + port + ">"));
    }

    /** Begins to answer; returns the port. */
    static int start() throws Exception {
        int port;
        try (DatagramSocket probe = new DatagramSocket(0)) {
            port = probe.getLocalPort();
        }
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", "bare");
        properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "on");
        properties.setProperty("gov.nist.javax.sip.STACK_LOGGER", StackLog.class.getName());
        properties.setProperty("gov.nist.javax.sip.SERVER_LOGGER", SilentLog.class.getName());
        properties.setProperty("gov.nist.javax.sip.TRACE_LEVEL", "0");
        properties.setProperty("gov.nist.javax.sip.REENTRANT_LISTENER", "true");
        properties.setProperty("gov.nist.javax.sip.THREAD_POOL_SIZE", "4");
        SipStackImpl stack = new SipStackImpl(properties);
        ListeningPoint point = stack.createListeningPoint("127.0.0.1", port, "udp");
        stack.createSipProvider(point).addSipListener(new BareSip(port));
        return port;
    }

    @Override
    public void processRequest(RequestEvent event) {
        Request request = event.getRequest();
        if (request.getMethod().equals(Request.ACK)) {
            return;
        }
        try {
            ServerTransaction given = event.getServerTransaction();
            ServerTransaction transaction =
                    given == null ? ((SipProvider) event.getSource()).getNewServerTransaction(request) : given;
            transaction.sendResponse(answer(request));
        } catch (SipException | InvalidArgumentException | ParseException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Response answer(Request request) throws ParseException {
        Response ok = messages.createResponse(Response.OK, request);
        if (request.getMethod().equals(Request.INVITE)) {
            ((ToHeader) ok.getHeader(ToHeader.NAME)).setTag(Long.toString(System.nanoTime(), 36));
            ok.setHeader(contact);
            ok.setContent(SDP, headers.createContentTypeHeader("application", "sdp"));
        }
        return ok;
    }

    @Override
    public void processResponse(ResponseEvent event) {}

    @Override
    public void processTimeout(TimeoutEvent event) {}

    @Override
    public void processIOException(IOExceptionEvent event) {}

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {}

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {}
}
