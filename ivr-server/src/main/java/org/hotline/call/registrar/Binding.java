package org.hotline.call.registrar;

import java.net.InetSocketAddress;
import java.time.Instant;

/**
 * One phone of an account.
 *
 * @param contact its Contact URI as it wrote it, in canonical form
 * @param source where its REGISTER came from: the way back to it through a NAT
 * @param transport {@code udp} or {@code tcp}
 * @param callId Call-ID of the REGISTER that made or renewed it
 * @param cseq CSeq of that
 * @param expires when it ends unless renewed
 */
public record Binding(
        String contact, InetSocketAddress source, String transport, String callId, long cseq, Instant expires) {}
