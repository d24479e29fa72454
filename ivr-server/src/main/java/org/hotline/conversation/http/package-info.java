/**
 * Lookups and changes at services that speak JSON over HTTP.
 *
 * <p>May import: {@code conversation}, {@code speech}, Failsafe (retries, circuit breakers), Jackson.
 *
 * <p>Threads: any thread; requests are waited for on the asking one, which is never a call's.
 */
@NullMarked
package org.hotline.conversation.http;

import org.jspecify.annotations.NullMarked;
