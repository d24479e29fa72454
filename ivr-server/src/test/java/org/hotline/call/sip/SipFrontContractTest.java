package org.hotline.call.sip;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hotline.call.Call;
import org.hotline.call.CallFront;
import org.hotline.call.CallFrontContract;
import org.hotline.call.Ladder;
import org.hotline.call.digest.Accounts;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.RtpSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The SIP front keeps what call fronts promise, towards a far side that speaks raw SIP and real RTP. */
class SipFrontContractTest extends CallFrontContract {
    private static MediaEngine media;

    @BeforeAll
    static void open() {
        media = new MediaEngine(RtpSettings.DEFAULT.ports(23_400, 23_998));
    }

    @AfterAll
    static void close() {
        media.close();
    }

    @Override
    protected Network open(Consumer<Call> taker) {
        SipFront front = new SipFront(
                SipSettings.DEFAULT
                        .addresses(java.net.InetAddress.ofLiteral("127.0.0.1"))
                        .port(0),
                Accounts.NONE,
                media,
                Ladder.NONE,
                Clock.systemUTC());
        front.start(taker);
        return new SipNetwork(front, front.port());
    }

    private static final class SipNetwork implements Network {
        private final SipFront front;
        private final int port;
        private final List<WireCall> calls = new CopyOnWriteArrayList<>();
        private final List<WirePhone> phones = new CopyOnWriteArrayList<>();
        private Optional<CompletableFuture<Void>> closed = Optional.empty();

        SipNetwork(SipFront front, int port) {
            this.front = front;
            this.port = port;
        }

        @Override
        public FarCall call(String calling, String dialled) {
            WireCall call = new WireCall(port, media, calling, dialled);
            calls.add(call);
            return call;
        }

        @Override
        public CallFront front() {
            return front;
        }

        @Override
        public FarPhone phone() {
            WirePhone phone = new WirePhone(port, media);
            phones.add(phone);
            return phone;
        }

        @Override
        public void closeFront() {
            closed = Optional.of(CompletableFuture.runAsync(front::close));
        }

        @Override
        public void close() {
            closed.ifPresentOrElse(CompletableFuture::join, front::close);
            calls.forEach(WireCall::close);
            phones.forEach(WirePhone::close);
        }
    }
}
