package org.hotline.call.sip;

import java.util.Optional;

/** A raw phone that was called and answers for itself in that dialog. */
final class RungPhone {
    private final Wire wire;
    private final String invite;
    private int cseq = 10;

    /** Waits until it rings. */
    RungPhone(Wire wire) {
        this.wire = wire;
        this.invite = wire.next("INVITE .*");
    }

    String invite() {
        return invite;
    }

    void rings() {
        wire.reply(invite, "180 Ringing", "", "");
    }

    void answers() {
        wire.reply(invite, "200 OK", "", wire.offer());
    }

    /** Sends a request in the dialog and waits for its final answer. */
    String ask(String method, String more, String body) {
        send(method, ++cseq, more, body);
        return wire.answer();
    }

    void send(String method, int number, String more, String body) {
        wire.send(wire.request(
                method,
                value("Contact").replaceAll(".*<(.*)>.*", "$1"),
                value("From"),
                value("To") + ";tag=phone",
                value("Call-ID"),
                number,
                more,
                body));
    }

    private String value(String name) {
        Optional<String> value = Wire.header(invite, name);
        return value.orElseThrow();
    }
}
