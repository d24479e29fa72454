package org.hotline.call;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Where calls come from and go to: a SIP endpoint, an Asterisk. A front hands each new call, not yet answered, to its
 * one taker and can place calls itself.
 */
public interface CallFront extends AutoCloseable {
    /**
     * Begins to take calls. The taker is called on a fresh virtual thread for each call and owns the call until it
     * returns; a call that the taker leaves neither answered nor hung up is refused (500), one that it leaves answered
     * is hung up.
     *
     * @throws java.io.UncheckedIOException if a port is in use or an address cannot be bound; the message names it
     */
    void start(Consumer<Call> taker);

    /**
     * Places a call and waits until it is answered, refused, or has rung for {@code ringFor}. Interrupting the waiting
     * thread gives up (CANCEL) and answers {@link Dialled.Failed}; so does a front that is closed. Any thread; meant for
     * virtual ones.
     */
    Dialled dial(Destination destination, Duration ringFor);

    /** Stops taking calls, ends the present ones and frees ports. Idempotent. */
    @Override
    void close();

    /**
     * Whom to call.
     *
     * @param target {@code sip:user@host:port}, the name of an account registered here, or what another front calls its
     *     own
     * @param calling the number shown to the far side
     * @param display the name shown to the far side, may be empty
     */
    record Destination(String target, PhoneNumber calling, String display) {}

    /** How placing a call went. */
    sealed interface Dialled {
        /** It is answered; the one who dialled owns the call now. */
        record Answered(Call call) implements Dialled {}

        /**
         * It is not.
         *
         * @param cause USER_BUSY, NO_ANSWER, CALL_REJECTED, UNALLOCATED_NUMBER (nobody registered), ...
         */
        record Failed(HangupCause cause) implements Dialled {}
    }
}
