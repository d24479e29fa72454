package org.hotline.call.asterisk.ami;

import java.time.Duration;

/**
 * Where Asterisk's manager interface is, and who we are there.
 *
 * @param host of the Asterisk; the protocol is not encrypted, so loopback or a private network
 * @param port 5038 is usual
 * @param user a section of its {@code manager.conf}
 * @param secret of that user; only its MD5 with a challenge goes over the network
 * @param patience with a connection, a greeting, the answer to an action, the answer to a ping
 * @param pingEvery how often a quiet connection is asked whether it is still there
 * @param firstPause before the first attempt to connect again; doubled each time
 * @param longestPause between attempts; also after a refused login
 */
public record AmiSettings(
        String host,
        int port,
        String user,
        String secret,
        Duration patience,
        Duration pingEvery,
        Duration firstPause,
        Duration longestPause) {
    public AmiSettings {
        if (port < 1 || port > 65_535 || user.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("AMI wants a port from 1 to 65535, a user and a secret");
        }
    }

    /** With the usual times: 5 s of patience, a ping every 10 s, pauses of 250 ms to 15 s. */
    public static AmiSettings of(String host, int port, String user, String secret) {
        return new AmiSettings(
                host,
                port,
                user,
                secret,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofMillis(250),
                Duration.ofSeconds(15));
    }

    /** The same with other times. */
    public AmiSettings times(Duration patience, Duration pingEvery, Duration firstPause, Duration longestPause) {
        return new AmiSettings(host, port, user, secret, patience, pingEvery, firstPause, longestPause);
    }

    String address() {
        return host + ":" + port;
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "AmiSettings[" + user + " at " + address() + "]";
    }
}
