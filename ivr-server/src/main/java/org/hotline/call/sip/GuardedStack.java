package org.hotline.call.sip;

import gov.nist.core.ServerLogger;
import gov.nist.javax.sip.SipStackImpl;
import java.util.Properties;
import javax.sip.PeerUnavailableException;
import org.hotline.call.guard.Guard;
import org.hotline.call.guard.GuardedNetwork;
import org.hotline.call.guard.ScreenedParser;
import org.hotline.call.guard.Valve;

/** The SIP stack with its router, message log, sockets, parser and valve given as objects; it would make
 * them by class name. */
final class GuardedStack extends SipStackImpl {
    GuardedStack(Properties properties, ServerLogger log, Guard guard) throws PeerUnavailableException {
        super(properties);
        this.serverLogger = log;
        this.networkLayer = new GuardedNetwork(guard);
        this.sipMessageValve = new Valve(guard);
        setMessageParserFactory(new ScreenedParser.Factory());
        setRouter(new FlowRouter(this));
    }
}
