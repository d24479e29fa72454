package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.call.digest.Algorithm;
import org.hotline.call.sip.stack.Tags;

/** A raw peer that has an account and registers for it. */
final class RegisteringPhone implements AutoCloseable {
    private final Wire wire;
    private final String callId = Tags.fresh();
    private final String account;
    private final String password;
    private int cseq;

    RegisteringPhone(Wire wire, String account, String password) {
        this.wire = wire;
        this.account = account;
        this.password = password;
    }

    Wire wire() {
        return wire;
    }

    /** Sends a REGISTER with these further header lines, Contact among them. */
    String ask(String more) {
        cseq++;
        String us = "<sip:" + account + "@127.0.0.1>";
        wire.send(wire.request("REGISTER", "sip:127.0.0.1", us, us + ";tag=1", callId, cseq, more, "")
                .replaceFirst("Contact: <[^\n]*\n", ""));
        return wire.answer();
    }

    /** The same, with the password when it is asked for. */
    String register(String more) {
        String challenge = ask(more);
        assertThat(Wire.status(challenge)).isEqualTo(401);
        return ask(more + authorization(challenge));
    }

    /** Registers as {@code uri} and sees that it worked. */
    RegisteringPhone at(String uri) {
        wire.contact(uri);
        assertThat(Wire.status(register("Contact: <" + uri + ">;expires=120\n")))
                .isEqualTo(200);
        return this;
    }

    private String authorization(String challenge) {
        Map<String, String> said = new TreeMap<>();
        Matcher parameter = Pattern.compile("(\\w+)=\"?([^\",]+)\"?")
                .matcher(Wire.header(challenge, "WWW-Authenticate").orElseThrow());
        while (parameter.find()) {
            said.put(parameter.group(1), parameter.group(2));
        }
        Algorithm by = Algorithm.of(said.getOrDefault("algorithm", "")).orElseThrow();
        String first = by.secret(account, said.getOrDefault("realm", ""), password);
        String second = by.hash("REGISTER:sip:127.0.0.1");
        String response = by.hash(String.join(":", first, said.get("nonce"), "00000001", "abc", "auth", second));
        return ("Authorization: Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"sip:127.0.0.1\","
                        + " response=\"%s\", algorithm=%s, cnonce=\"abc\", qop=auth, nc=00000001\n")
                .formatted(account, said.getOrDefault("realm", ""), said.get("nonce"), response, by.token());
    }

    @Override
    public void close() {
        wire.close();
    }
}
