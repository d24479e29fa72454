package org.hotline.call.guard;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Answers a message the stack never sees, without any state: its Via, From, To, Call-ID and CSeq come back, and nothing
 * else, so that the reply is hardly larger than the question (no amplification).
 */
final class RawReply {
    private static final List<String> REPEATED = List.of("via", "from", "to", "call-id", "cseq");

    private RawReply() {}

    /** The reply's bytes; empty if the message must not be answered: an ACK, or one without a Via to find the sender. */
    static Optional<byte[]> to(Head head, Verdict.Refuse refusal) {
        if (head.method().equals("ACK") || head.first("via").isEmpty()) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder(512);
        out.append("SIP/2.0 ").append(refusal.status()).append(' ').append(refusal.reason());
        out.append("\r\n");
        for (String name : REPEATED) {
            boolean many = name.equals("via");
            head.all(name).stream()
                    .limit(many ? 16 : 1)
                    .forEach(value -> out.append(name)
                            .append(": ")
                            .append(tagged(name, value))
                            .append("\r\n"));
        }
        out.append("Content-Length: 0\r\n\r\n");
        return Optional.of(out.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String tagged(String name, String value) {
        return name.equals("to") && !value.contains("tag=") ? value + ";tag=guard" : value;
    }
}
