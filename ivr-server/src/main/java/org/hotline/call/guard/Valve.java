package org.hotline.call.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.SIPMessageValve;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Locale;
import javax.sip.SipStack;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last look at a parsed message before the stack's transactions: removes {@code maddr}, which would send our answers to
 * a third host (telephony defect 2), and answers requests whose branch belongs to somebody else's transaction, which the
 * stack would not answer at all (defect 1: it compares branches only, RFC 3261 section 17.2.3 also the sender).
 */
public final class Valve implements SIPMessageValve {
    private static final Logger LOG = LoggerFactory.getLogger(Valve.class);

    private static final int MOST = 200_000;

    private final Guard guard;
    private final Cache<String, String> owners = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofMinutes(5)) // an INVITE may ring for three
            .build();

    public Valve(Guard guard) {
        this.guard = guard;
    }

    @Override
    public boolean processRequest(SIPRequest request, MessageChannel channel) {
        Via via = request.getTopmostVia();
        if (via.getMAddr() != null) {
            via.removeParameter("maddr");
        }
        correctTransport(via, channel);
        if (channel.isReliable() && !guard.admits(channel.getPeerPacketSourceAddress())) {
            channel.close(); // UDP was judged before it was parsed
            return false;
        }
        if (isTheirs(via, channel)) {
            return true;
        }
        LOG.atInfo().addKeyValue("source", channel.getPeerAddress()).log("A branch is in use by somebody else");
        refuse(request, channel);
        return false;
    }

    /** The stack looks for a listening point of the transport the Via names, and fails if there is none. */
    private static void correctTransport(Via via, MessageChannel channel) {
        if (!channel.getTransport().equalsIgnoreCase(via.getTransport())) {
            try {
                via.setTransport(channel.getTransport());
            } catch (ParseException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private boolean isTheirs(Via via, MessageChannel channel) {
        if (via.getBranch() == null) {
            return true;
        }
        String sender = channel.getPeerPacketSourceAddress().getHostAddress() + " " + via.getSentBy();
        String owner = owners.get(via.getBranch().toLowerCase(Locale.ROOT), first -> sender);
        return sender.equals(owner);
    }

    private static void refuse(SIPRequest request, MessageChannel channel) {
        if (request.getMethod().equals("ACK")) {
            return;
        }
        SIPResponse response = request.createResponse(Response.BAD_REQUEST, "Branch In Use");
        try {
            channel.sendMessage(response);
        } catch (IOException gone) {
            LOG.atDebug().log("A refused peer is gone");
        }
    }

    @Override
    public boolean processResponse(Response response, MessageChannel channel) {
        return true;
    }

    @Override
    public void init(SipStack stack) {}

    @Override
    public void destroy() {}
}
