package org.hotline.conversation.action;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hotline.speech.Piece;

/**
 * One change asked for in a business's system.
 *
 * @param key its name there: the same for the same action with the same values in the same call ({@code Query.ONCE})
 * @param thing the name of what is done, whoever calls; the key if it may be done in every call
 * @param plan the plan that declares it
 * @param query its name there
 * @param arguments by parameter name, without the key
 * @param paid money that goes out with it
 * @param intendedAt when it was asked for
 * @param tries how often it was asked for
 */
public record Action(
        String key,
        String thing,
        String plan,
        String query,
        Map<String, Piece> arguments,
        Optional<Paid> paid,
        Instant intendedAt,
        int tries) {

    /** So much, in minor units, to this customer. */
    public record Paid(String customer, long minor) {}
}
