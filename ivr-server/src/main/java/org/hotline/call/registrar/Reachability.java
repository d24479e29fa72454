package org.hotline.call.registrar;

import java.time.Instant;

/**
 * Whether an account's phone can be rung.
 *
 * @param account its name
 * @param contacts how many phones are registered; 0 means unreachable
 * @param since when it became reachable or unreachable
 */
public record Reachability(String account, int contacts, Instant since) {
    public boolean reachable() {
        return contacts > 0;
    }
}
