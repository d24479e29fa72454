package org.hotline.phone;

import java.net.InetSocketAddress;
import java.time.Duration;

/** How one call is signalled. What only SIP can do is refused by everything else. */
interface Dialog {
    String callId();

    /** Begins to call. */
    void invite();

    /** Waits until the call is answered; an {@link AssertionError} if it is refused or that takes too long. */
    void awaitAnswer(Duration patience);

    /** Hangs up. */
    void bye();

    /** Presses a key by signalling instead of in the sound. */
    void pressBySignalling(char key);

    default void answer() {
        throw onlyBySip();
    }

    default void reject(int code, String reason) {
        throw onlyBySip();
    }

    default void cancel() {
        throw onlyBySip();
    }

    default void ring() {
        throw onlyBySip();
    }

    default void refer(String to) {
        throw onlyBySip();
    }

    default void reinvite(String direction) {
        throw onlyBySip();
    }

    default boolean take(SipText request) {
        throw onlyBySip();
    }

    default int status() {
        throw onlyBySip();
    }

    default String farAddress() {
        throw onlyBySip();
    }

    default InetSocketAddress farSound() {
        throw onlyBySip();
    }

    private static UnsupportedOperationException onlyBySip() {
        return new UnsupportedOperationException("only a phone that speaks SIP can do that");
    }
}
