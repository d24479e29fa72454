package org.hotline.call.asterisk.ami;

import java.util.Optional;

/**
 * How the connection is.
 *
 * @param version of the Asterisk we are logged in at, if we are
 * @param trouble why we are not
 * @param logins since the start
 * @param events that came
 * @param dropped events left out because a listener was too slow
 * @param unanswered actions without an answer in time
 */
public record AmiHealth(
        Optional<AmiVersion> version, String trouble, long logins, long events, long dropped, long unanswered) {
    public boolean isConnected() {
        return version.isPresent();
    }
}
