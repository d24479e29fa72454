package org.hotline.call.sip.stack;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.stack.DefaultRouter;
import java.util.ListIterator;
import javax.sip.SipException;
import javax.sip.SipStack;
import javax.sip.address.Hop;
import javax.sip.address.Router;
import javax.sip.message.Request;

/** Sends a request along the flow it is marked with, if it is; else where its Route or URI says (RFC 3261 section 8.1.2). */
public final class FlowRouter implements Router {
    private final Router byUri;

    FlowRouter(SipStack stack) {
        this.byUri = new DefaultRouter(stack, null);
    }

    /** Marks a request not sent yet. */
    public static void mark(Request request, Flow flow) {
        ((SIPRequest) request).setApplicationData(flow);
    }

    /** Marks a request with the flow of one that was sent before. */
    static void markLike(Request before, Request request) {
        ((SIPRequest) request).setApplicationData(((SIPRequest) before).getApplicationData());
    }

    @Override
    public Hop getOutboundProxy() {
        return byUri.getOutboundProxy();
    }

    @Override
    @SuppressWarnings("rawtypes") // as JAIN declares it
    public ListIterator getNextHops(Request request) {
        return byUri.getNextHops(request);
    }

    @Override
    public Hop getNextHop(Request request) throws SipException {
        return ((SIPRequest) request).getApplicationData() instanceof Flow flow ? flow : byUri.getNextHop(request);
    }
}
