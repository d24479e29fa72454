package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.CallFront.Destination;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.Ladder;
import org.hotline.call.PhoneNumber;
import org.hotline.call.Signal;
import org.hotline.call.digest.Account;
import org.hotline.call.digest.Accounts;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.RtpSettings;

/** A front on a free port with media of its own, and a taker that answers and listens until the call is over. */
final class TestFront implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(20);

    private final MediaEngine media;
    private final SipFront front;
    private final BlockingQueue<Call> taken = new LinkedBlockingQueue<>();
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final BlockingQueue<CallEnded> endings = new LinkedBlockingQueue<>();

    /** @param accounts that may register; the password of each is {@code secret} */
    TestFront(int firstMediaPort, UnaryOperator<SipSettings> set, String... accounts) {
        this(firstMediaPort, set, Ladder.NONE, accounts);
    }

    TestFront(int firstMediaPort, UnaryOperator<SipSettings> set, Ladder ladder, String... accounts) {
        media = new MediaEngine(RtpSettings.DEFAULT.ports(firstMediaPort, firstMediaPort + 398));
        front = new SipFront(
                set.apply(SipSettings.DEFAULT.port(0)),
                Accounts.of(Stream.of(accounts)
                        .map(name -> Account.of(name, "hotline", "secret", Account.Policy.MD5, name))
                        .toList()),
                media,
                ladder,
                Clock.systemUTC());
        front.start(this::answer);
    }

    private void answer(Call call) {
        taken.add(call);
        try {
            call.answer();
        } catch (CallEnded end) {
            endings.add(end);
            return;
        }
        listen(call);
    }

    /** Exchanges silence for sound until the call is over. */
    void listen(Call call) {
        try {
            while (true) {
                signals.addAll(call.exchange(Frame.silence(call.rate())).signals());
            }
        } catch (CallEnded end) {
            endings.add(end);
        }
    }

    SipFront front() {
        return front;
    }

    int port() {
        return front.port();
    }

    /** Dials and waits on a thread of its own. */
    CompletableFuture<Dialled> dials(String target) {
        return CompletableFuture.supplyAsync(
                () -> front.dial(new Destination(target, new PhoneNumber("100"), "Hotline"), LONG),
                Thread::startVirtualThread);
    }

    /** The call that was dialled, once it is answered; listened to from now on. */
    Call answered(CompletableFuture<Dialled> dialled) {
        Dialled how = dialled.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();
        assertThat(how).isInstanceOf(Dialled.Answered.class);
        Call call = ((Dialled.Answered) how).call();
        Thread.startVirtualThread(() -> listen(call));
        return call;
    }

    Call taken() {
        return next(taken, "a call");
    }

    Signal signal() {
        return next(signals, "a signal");
    }

    CallEnded ending() {
        return next(endings, "the end of a call");
    }

    private static <T> T next(BlockingQueue<T> queue, String what) {
        try {
            T next = queue.poll(LONG.toSeconds(), TimeUnit.SECONDS);
            assertThat(next).as(what).isNotNull();
            return next;
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** Waits until no call and no media port is left in use. */
    void awaitNothingLeft() {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(
                                List.of(front.health().calls(), media.health().legs()))
                        .as("calls and media legs left")
                        .containsExactly(0, 0));
    }

    @Override
    public void close() {
        front.close();
        media.close();
    }
}
