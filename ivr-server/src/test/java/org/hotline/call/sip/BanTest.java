package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.hotline.call.sip.stack.Tags;
import org.junit.jupiter.api.Test;

/** Whoever guesses passwords is not listened to any more; nobody else notices. */
class BanTest {
    private static final int MOST_TRIES = 20;

    @Test
    void aGuesserIsBannedWithinTwentyTriesAndOthersAreNot() {
        try (TestFront hotline = new TestFront(24_000, settings -> settings, "ann", "bob");
                RegisteringPhone guesser =
                        new RegisteringPhone(new Wire("127.0.0.66", "127.0.0.1", hotline.port()), "ann", "wrong");
                RegisteringPhone owner = new RegisteringPhone(new Wire(hotline.port()), "ann", "secret");
                RegisteringPhone other =
                        new RegisteringPhone(new Wire("127.0.0.67", "127.0.0.1", hotline.port()), "bob", "secret")) {
            int tries = 0;
            while (tries < MOST_TRIES && isListenedTo(guesser.wire())) {
                assertThat(Wire.status(guesser.register("Contact: <sip:ann@127.0.0.66>\n")))
                        .as("a wrong password is only asked for again")
                        .isEqualTo(401);
                tries++;
            }
            assertThat(tries).as("tries until banned").isBetween(2, MOST_TRIES - 1);
            assertThat(isListenedTo(guesser.wire())).isFalse();
            owner.at("sip:ann@127.0.0.1:" + owner.wire().port());
            other.at("sip:bob@127.0.0.67:" + other.wire().port());
        }
    }

    private static boolean isListenedTo(Wire wire) {
        wire.send(wire.request(
                "OPTIONS", "sip:127.0.0.1", "<sip:127.0.0.1>", "<sip:x@127.0.0.1>;tag=1", Tags.fresh(), 1, "", ""));
        return wire.receive(Duration.ofSeconds(1)).isPresent();
    }
}
