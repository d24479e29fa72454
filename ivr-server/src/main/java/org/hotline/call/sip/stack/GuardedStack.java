package org.hotline.call.sip.stack;

import gov.nist.core.ServerLogger;
import gov.nist.javax.sip.SipStackImpl;
import java.time.Duration;
import java.util.Properties;
import javax.sip.PeerUnavailableException;
import org.hotline.call.guard.Guard;
import org.hotline.call.guard.GuardedNetwork;
import org.hotline.call.guard.GuardedSocket;
import org.hotline.call.guard.ScreenedParser;
import org.hotline.call.guard.Valve;

/** The SIP stack with its router, message log, sockets, parser, valve and timer given as objects; it would
 * make them by class name. */
public final class GuardedStack extends SipStackImpl {
    private volatile int largest = GuardedSocket.LARGEST + 1;

    public GuardedStack(Properties properties, ServerLogger log, Guard guard, Duration t1)
            throws PeerUnavailableException {
        super(properties);
        this.serverLogger = log;
        this.networkLayer = new GuardedNetwork(guard);
        this.sipMessageValve = new Valve(guard);
        setMessageParserFactory(new ScreenedParser.Factory());
        setTimer(new ScaledTimer(getTimer(), t1));
        setRouter(new FlowRouter(this));
    }

    /**
     * The largest message, bytes. What listens on UDP asks when it is made, and allocates as much for every datagram: so it
     * is told what the guard lets pass and a byte more, which shows what is longer.
     */
    @Override
    public int getMaxMessageSize() {
        return largest;
    }

    /** All listening points are made; who asks from now on is a TCP connection. */
    public void listens() {
        largest = super.getMaxMessageSize();
    }
}
