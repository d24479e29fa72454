package org.hotline.access;

import java.time.Instant;

/**
 * One login of one user in one browser.
 *
 * @param token the secret in the cookie, 256 random bits
 * @param csrf the secret that the pages send back with every change, 256 random bits
 * @param since when the user logged in
 */
public record Session(String token, String csrf, User user, Instant since) {
    /** The secrets stay out of logs. */
    @Override
    public String toString() {
        return "Session[" + user.name() + " since " + since + "]";
    }
}
