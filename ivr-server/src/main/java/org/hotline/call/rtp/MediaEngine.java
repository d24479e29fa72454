package org.hotline.call.rtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All media of this process: one thread that sends, one that receives, and the legs they serve. Any thread. */
public final class MediaEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaEngine.class);

    private final RtpSettings settings;
    private final Pacer pacer = new Pacer();
    private final Receiver receiver;
    private final String name = UUID.randomUUID().toString();
    private final Counter sent = new Counter();
    private final Counter malformed = new Counter();
    private final Set<RtpLeg> legs = ConcurrentHashMap.newKeySet();

    /**
     * Starts the two threads.
     *
     * @throws UncheckedIOException if the system gives no selector
     */
    public MediaEngine(RtpSettings settings) {
        this.settings = settings;
        try {
            receiver = new Receiver();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read from the network", failure);
        }
        receiver.start();
        pacer.start();
    }

    /**
     * Opens a leg on two fresh ports of {@code local}, an address of this machine that the far side can reach.
     *
     * @throws IOException if no pair of ports is free; the message says what to do
     */
    public RtpLeg open(InetAddress local) throws IOException {
        PortPair ports = PortPair.open(local, settings);
        try {
            RtpLeg leg = new RtpLeg(this, ports, settings, pacer);
            receiver.add(ports.rtp(), leg.arrivals()::media);
            receiver.add(ports.rtcp(), leg.arrivals()::control);
            legs.add(leg);
            return leg;
        } catch (IOException | RuntimeException failure) {
            ports.close();
            throw failure;
        }
    }

    /** Serves somebody who is no RTP leg on the same wheel, every 20 ms until {@link Pacer.Place#leave}. */
    public Pacer.Place pace(Pacer.Paced paced) {
        return pacer.add(paced);
    }

    /** How media does just now. */
    public MediaHealth health() {
        long lost = 0;
        long expected = 0;
        for (RtpLeg leg : legs) {
            LegStatistics statistics = leg.statistics();
            lost += statistics.lost();
            expected += statistics.received() + statistics.lost();
        }
        return new MediaHealth(
                legs.size(),
                pacer.age(),
                pacer.lateBeats(),
                pacer.skippedRounds(),
                sent.value(),
                receiver.received(),
                expected,
                lost,
                malformed.value(),
                pacer.failures() + receiver.failures());
    }

    /** How late packets were sent against their schedule, since the start. */
    public Punctuality punctuality() {
        return pacer.punctuality();
    }

    /** Ends all calls and stops both threads. */
    @Override
    public void close() {
        legs.forEach(RtpLeg::close);
        pacer.close();
        try {
            receiver.close();
        } catch (IOException failure) {
            LOG.atWarn().setCause(failure).log("The media selector did not close");
        }
    }

    /** How reports name this process (RFC 7022): at random, anew at each start. */
    String name() {
        return name;
    }

    /** RTP packets sent by all legs; the pacer counts. */
    Counter sent() {
        return sent;
    }

    /** What is neither RTP nor RTCP; the receiver counts. */
    Counter malformed() {
        return malformed;
    }

    /** Takes a leg out of service; its ports are free afterwards. */
    void close(RtpLeg leg) {
        if (!legs.remove(leg)) {
            return;
        }
        try {
            leg.free();
            receiver.forget();
        } catch (IOException failure) {
            LOG.atWarn().setCause(failure).log("The ports of a leg did not close");
        }
    }
}
