package org.hotline.call.digest;

/**
 * What an Authorization header says; empty where it says nothing.
 *
 * @param name the user name
 * @param count {@code nc}: eight hexadecimal digits
 */
public record Credentials(
        String name,
        String realm,
        String nonce,
        String uri,
        String response,
        String algorithm,
        String qop,
        String count,
        String clientNonce) {

    /** The response that proves {@code secret}, H(A1), with qop=auth (RFC 7616 section 3.4.1). */
    String expected(Algorithm by, String secret, String method) {
        return by.hash(String.join(":", secret, nonce, count, clientNonce, qop, by.hash(method + ":" + uri)));
    }
}
