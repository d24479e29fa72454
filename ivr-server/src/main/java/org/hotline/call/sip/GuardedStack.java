package org.hotline.call.sip;

import gov.nist.core.ServerLogger;
import gov.nist.javax.sip.SipStackImpl;
import java.util.Properties;
import javax.sip.PeerUnavailableException;

/** The SIP stack with its router and message log given as objects; it would make them by class name. */
final class GuardedStack extends SipStackImpl {
    GuardedStack(Properties properties, ServerLogger log) throws PeerUnavailableException {
        super(properties);
        this.serverLogger = log;
        setRouter(new FlowRouter(this));
    }
}
