package org.hotline.call.guard;

import java.net.InetAddress;

/** Who may send us anything at all just now. Any thread. */
public final class Guard {
    private final Bans bans;
    private final Rates rates;

    public Guard(Bans bans, Rates rates) {
        this.bans = bans;
        this.rates = rates;
    }

    /** False for a banned source, and for one that sends too much. */
    public boolean admits(InetAddress source) {
        return !bans.isBanned(source) && rates.admit(source);
    }

    public Bans bans() {
        return bans;
    }
}
