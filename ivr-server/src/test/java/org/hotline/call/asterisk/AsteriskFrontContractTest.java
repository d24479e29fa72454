package org.hotline.call.asterisk;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.hotline.call.Call;
import org.hotline.call.CallFront;
import org.hotline.call.CallFrontContract;
import org.hotline.call.Ladder;
import org.hotline.call.asterisk.ami.Ami;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.RtpSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The Asterisk front keeps what call fronts promise. */
class AsteriskFrontContractTest extends CallFrontContract {
    private static MediaEngine media;

    @BeforeAll
    static void open() {
        media = new MediaEngine(RtpSettings.DEFAULT.ports(24_000, 24_002));
    }

    @AfterAll
    static void close() {
        media.close();
    }

    @Override
    protected Network open(Consumer<Call> taker) {
        WireManager manager = new WireManager();
        Ami ami = manager.connection();
        AsteriskFront front = new AsteriskFront(
                AsteriskSettings.DEFAULT.ports(0, 0),
                media,
                what -> true,
                Optional.of(ami),
                Ladder.NONE,
                Clock.systemUTC());
        front.start(taker);
        int agi = front.agiPort();
        int audio = front.audioPort();
        manager.audio(audio);
        ami.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> ami.health().isConnected());
        return new Network() {
            @Override
            public FarCall call(String calling, String dialled) {
                return new WireAsterisk(agi, audio, calling, dialled);
            }

            @Override
            public CallFront front() {
                return front;
            }

            @Override
            public FarPhone phone() {
                return manager;
            }

            @Override
            public void closeFront() {
                front.close();
            }

            @Override
            public void close() {
                front.close();
                ami.close();
                manager.close();
            }
        };
    }
}
