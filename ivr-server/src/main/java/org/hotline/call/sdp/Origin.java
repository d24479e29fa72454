package org.hotline.call.sdp;

/**
 * The {@code o=} line: who made the session and which version of it this is (RFC 4566 section 5.2).
 *
 * @param user a name or {@code -}
 * @param session numeric, kept as text: peers send more than 64 bits
 * @param version numeric, rises by one with each change
 * @param address {@code IP4} or {@code IP6} and the address, e.g. {@code IP4 192.0.2.1}
 */
public record Origin(String user, String session, String version, String address) {
    String text() {
        return user + " " + session + " " + version + " IN " + address;
    }
}
