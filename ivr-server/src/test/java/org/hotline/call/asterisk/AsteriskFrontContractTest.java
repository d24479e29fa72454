package org.hotline.call.asterisk;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.hotline.call.Call;
import org.hotline.call.CallFrontContract;
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
        AsteriskFront front = new AsteriskFront(
                AsteriskSettings.DEFAULT.ports(0, 0), media, what -> true, Optional.empty(), Clock.systemUTC());
        front.start(taker);
        int agi = front.agiPort();
        int audio = front.audioPort();
        return new Network() {
            @Override
            public FarCall call(String calling, String dialled) {
                return new WireAsterisk(agi, audio, calling, dialled);
            }

            @Override
            public void closeFront() {
                front.close();
            }

            @Override
            public void close() {
                front.close();
            }
        };
    }
}
