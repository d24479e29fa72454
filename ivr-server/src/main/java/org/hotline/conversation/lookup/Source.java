package org.hotline.conversation.lookup;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where a query is asked, and how. */
public sealed interface Source {
    /**
     * The business's tables.
     *
     * @param statement one statement with {@code :parameter} names
     */
    record Sql(String statement) implements Source {}

    /**
     * A service over HTTP that answers in JSON. 404 and 410 are {@code unknown}; for a change also 409 and 422.
     *
     * @param method GET, POST, PUT, PATCH or DELETE
     * @param address with {@code {parameter}} in its path or query
     * @param headers by name, with {@code {parameter}}
     * @param body JSON, where the string {@code "{parameter}"} stands for the value; nothing for none
     * @param access how we prove who we are
     * @param once the header that carries the name of a change
     * @param timeout for one try
     * @param tries at most
     */
    record Http(
            String method,
            String address,
            Map<String, String> headers,
            Optional<String> body,
            Access access,
            String once,
            Duration timeout,
            int tries)
            implements Source {}

    /** How we prove who we are. Secrets are names here; what they hold is never in a plan. */
    sealed interface Access {
        /** Anybody may ask. */
        record Open() implements Access {}

        /** A key in a header, after a word such as {@code Bearer} if there is one. */
        record Key(String header, String prefix, String secret) implements Access {}

        /** OAuth 2 client credentials (RFC 6749 section 4.4): a token in the header {@code Authorization}. */
        record ClientCredentials(URI tokens, String client, String secret, Optional<String> scope) implements Access {}
    }
}
