package org.hotline.call.registrar;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;

/**
 * What one REGISTER asks for: all of it happens or none (RFC 3261 section 10.3 step 7).
 *
 * @param contacts each contact with how long it wishes to be bound; zero removes it
 */
public record Registration(
        String account,
        Map<String, Duration> contacts,
        InetSocketAddress source,
        String transport,
        String callId,
        long cseq) {
    public Registration {
        contacts = Map.copyOf(contacts);
    }
}
