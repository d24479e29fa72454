package org.hotline.supervision.web;

import java.time.ZoneId;
import java.util.Set;

/**
 * How the pages are reached.
 *
 * @param host address to listen on; loopback unless the operator says otherwise
 * @param port TCP port; 0 for any free one
 * @param names further host names under which browsers may ask for us, as in {@code hotline.example.org}
 * @param behindTls true if a proxy in front speaks TLS: cookies are then sent over TLS only
 * @param zone the business time zone: decides "today" on pages and in exports
 */
public record WebSettings(String host, int port, Set<String> names, boolean behindTls, ZoneId zone) {
    /** {@code 127.0.0.1:8080}, plain, in the machine's time zone. */
    public static WebSettings local() {
        return new WebSettings("127.0.0.1", 8080, Set.of(), false, ZoneId.systemDefault());
    }

    /** The same on another port. */
    public WebSettings onPort(int otherPort) {
        return new WebSettings(host, otherPort, names, behindTls, zone);
    }
}
