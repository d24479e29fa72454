package org.hotline.call.digest;

/**
 * What a WWW-Authenticate or Proxy-Authenticate header asks for; empty where it says nothing.
 *
 * @param qop the kinds of protection offered, separated by commas
 * @param stale true if only the nonce of our last answer was too old
 */
public record Challenge(String realm, String nonce, String algorithm, String qop, String opaque, boolean stale) {}
