package org.hotline.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hotline.audio.Frame;
import org.hotline.audio.Goertzel;
import org.hotline.audio.Pcm;
import org.hotline.audio.Tone;
import org.hotline.call.CallFront.Dialled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every call front promises, whatever it speaks with the network: extended by a test of each front, which says how
 * its far side places a call and is called.
 */
public abstract class CallFrontContract {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int CALLS = 12;

    private volatile Consumer<Call> taker = call -> {};
    private final BlockingQueue<Call> taken = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> talking = new CompletableFuture<>();
    private Network network = new Unplugged();

    /** A front under test that has been started, and the telephones on the other side of it. */
    public interface Network extends AutoCloseable {
        /** Places a call from the outside; does not wait. */
        FarCall call(String calling, String dialled);

        CallFront front();

        /** A telephone that can be called. */
        FarPhone phone();

        /** Closes the front and nothing else. */
        void closeFront();

        @Override
        void close();
    }

    /** A call as the one who placed it lives it. */
    public interface FarCall {
        /** Completes with true when it is answered, with false when it is refused. */
        CompletableFuture<Boolean> answered();

        /** Says this after what is still to be said; silence before and after. */
        void says(Pcm sound);

        /** Presses keys one after the other. */
        void presses(String keys);

        /** All that was heard so far, 20 ms each. */
        List<Frame> heard();

        void hangsUp();

        /** True once the other side has hung up, or this one has. */
        boolean isOver();
    }

    /** A telephone on the other side, called once at a time. */
    public interface FarPhone {
        /** What is dialled for it. */
        String target();

        boolean isRinging();

        /** Picks up. */
        FarCall answers();

        /** Refuses, as {@link HangupCause#USER_BUSY} or {@link HangupCause#CALL_REJECTED}. */
        void refuses(HangupCause cause);
    }

    /** Starts a front that hands its calls to this taker. */
    protected abstract Network open(Consumer<Call> callTaker);

    @BeforeEach
    final void plugIn() {
        network = open(call -> {
            taken.add(call);
            taker.accept(call);
        });
    }

    @AfterEach
    final void unplug() {
        network.close();
    }

    @Test
    void aCallArrivesWithItsNumbersAndIsNotAnsweredYet() throws InterruptedException {
        CompletableFuture<Void> mayAnswer = new CompletableFuture<>();
        taker = call -> {
            call.ring();
            mayAnswer.join();
            call.answer();
            call.answer();
            exchangeForEver(call, heard -> heard);
        };
        FarCall far = network.call("5550100", "4000");
        Call call = take();
        assertThat(call.calling()).isEqualTo(new PhoneNumber("5550100"));
        assertThat(call.dialled()).isEqualTo(new PhoneNumber("4000"));
        assertThat(call.direction()).isEqualTo(Call.Direction.INBOUND);
        assertThat(call.account()).isEmpty();
        assertThat(call.origin()).isNotBlank();
        assertThat(call.rate()).isEqualTo(Frame.TELEPHONE_RATE);
        assertThat(call.isOver()).isFalse();
        assertThat(far.answered()).isNotDone();
        mayAnswer.complete(null);
        assertThat(far.answered().orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
    }

    @Test
    void bothSidesHearWhatTheOtherSays() {
        List<Frame> heardHere = new CopyOnWriteArrayList<>();
        Pcm ours = Tone.sine(440, 8000, Duration.ofSeconds(1), 8000);
        taker = call -> {
            call.answer();
            ours.frames().forEach(frame -> heardHere.add(call.exchange(frame).heard()));
            exchangeForEver(call, heard -> {
                heardHere.add(heard);
                return Frame.silence(8000);
            });
        };
        FarCall far = network.call("5550100", "4000");
        far.says(Tone.sine(1000, 8000, Duration.ofSeconds(1), 8000));
        await("the far side hears 440 Hz").atMost(LONG).until(() -> frames(far.heard(), 440) > 30);
        await("the near side hears 1000 Hz").atMost(LONG).until(() -> frames(heardHere, 1000) > 30);
        assertThat(frames(far.heard(), 1000)).as("no echo of one's own voice").isZero();
    }

    @Test
    void theAudioIsTheClock() {
        CompletableFuture<Duration> took = new CompletableFuture<>();
        taker = call -> {
            call.answer();
            long began = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                assertThat(call.exchange(Frame.silence(8000)).heard().rate()).isEqualTo(8000);
            }
            took.complete(Duration.ofNanos(System.nanoTime() - began));
        };
        network.call("5550100", "4000");
        // A loaded machine may be late, and a front may buffer a few frames, but nobody runs ahead of the line.
        assertThat(took.orTimeout(60, TimeUnit.SECONDS).join()).isGreaterThan(Duration.ofMillis(1_700));
    }

    @Test
    void everyKeyComesOnceAndInOrder() {
        List<Character> keys = new CopyOnWriteArrayList<>();
        taker = call -> {
            call.answer();
            while (true) {
                call.exchange(Frame.silence(8000)).signals().stream()
                        .filter(Signal.Key.class::isInstance)
                        .forEach(key -> keys.add(((Signal.Key) key).digit()));
            }
        };
        FarCall far = network.call("5550100", "4000");
        assertThat(far.answered().orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
        far.presses("11230*#99");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(keys).containsExactly('1', '1', '2', '3', '0', '*', '#', '9', '9'));
    }

    @Test
    void aHangUpByTheFarSideEndsTheCallOnceAndForAll() throws InterruptedException {
        CompletableFuture<CallEnded> first = new CompletableFuture<>();
        taker = call -> {
            call.answer();
            first.complete(endOf(call));
            assertThatThrownBy(() -> call.exchange(Frame.silence(8000))).isInstanceOf(CallEnded.class);
            throw endOf(call);
        };
        FarCall far = network.call("5550100", "4000");
        isTalking(far);
        far.hangsUp();
        CallEnded end = first.orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(end.by()).isEqualTo(CallEnded.By.FAR_SIDE);
        assertThat(end.cause()).isEqualTo(HangupCause.NORMAL_CLEARING);
        Call call = take();
        assertThat(call.isOver()).isTrue();
        call.hangUp(HangupCause.USER_BUSY);
        assertThat(endOf(call).by()).as("the first ending counts").isEqualTo(CallEnded.By.FAR_SIDE);
    }

    @Test
    void aHangUpByUsReachesTheFarSideAndTheOwner() throws InterruptedException {
        CompletableFuture<CallEnded> end = new CompletableFuture<>();
        taker = call -> {
            call.answer();
            end.complete(endOf(call));
        };
        FarCall far = network.call("5550100", "4000");
        isTalking(far);
        Call call = take();
        call.hangUp(HangupCause.NORMAL_CLEARING);
        call.hangUp(HangupCause.NORMAL_CLEARING);
        CallEnded ended = end.orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(ended.by()).isEqualTo(CallEnded.By.US);
        assertThat(ended.cause()).isEqualTo(HangupCause.NORMAL_CLEARING);
        await().atMost(LONG).until(far::isOver);
    }

    @Test
    void aRefusedCallIsNeverAnswered() throws InterruptedException {
        taker = call -> call.hangUp(HangupCause.USER_BUSY);
        FarCall far = network.call("5550100", "4000");
        assertThat(far.answered().orTimeout(20, TimeUnit.SECONDS).join()).isFalse();
        assertThat(catchThrowableOfType(CallEnded.class, take()::answer)).isNotNull();
    }

    @Test
    void aTakerThatLeavesTheCallRefusesItAndOneThatThrowsToo() {
        taker = call -> {};
        assertThat(network.call("1", "4000")
                        .answered()
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join())
                .isFalse();
        taker = call -> {
            throw new IllegalStateException("a fault of ours");
        };
        assertThat(network.call("2", "4000")
                        .answered()
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join())
                .isFalse();
    }

    @Test
    void aTakerThatLeavesAnAnsweredCallHangsItUp() {
        taker = call -> {
            call.answer();
            call.exchange(Frame.silence(8000));
        };
        FarCall far = network.call("5550100", "4000");
        assertThat(far.answered().orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
        await().atMost(LONG).until(far::isOver);
    }

    @Test
    void manyCallsAtOnceDoNotMixTheirKeys() {
        Map<String, String> keys = new ConcurrentHashMap<>();
        taker = call -> {
            call.answer();
            while (true) {
                call.exchange(Frame.silence(8000)).signals().stream()
                        .filter(Signal.Key.class::isInstance)
                        .forEach(key ->
                                keys.merge(call.calling().text(), "" + ((Signal.Key) key).digit(), String::concat));
            }
        };
        List<FarCall> far = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            far.add(network.call(Integer.toString(1000 + i), "4000"));
        }
        far.forEach(call -> assertThat(
                        call.answered().orTimeout(20, TimeUnit.SECONDS).join())
                .isTrue());
        for (int i = 0; i < CALLS; i++) {
            far.get(i).presses(Integer.toString(1000 + i));
        }
        await().atMost(LONG).untilAsserted(() -> {
            for (int i = 0; i < CALLS; i++) {
                String number = Integer.toString(1000 + i);
                assertThat(keys).containsEntry(number, number);
            }
        });
        assertThat(taken.stream().map(Call::id).distinct()).hasSize(CALLS);
    }

    @Test
    void closingTheFrontEndsItsCalls() {
        CompletableFuture<CallEnded> end = new CompletableFuture<>();
        taker = call -> {
            call.answer();
            end.complete(endOf(call));
        };
        FarCall far = network.call("5550100", "4000");
        isTalking(far);
        network.closeFront();
        assertThat(end.orTimeout(20, TimeUnit.SECONDS).join().by()).isEqualTo(CallEnded.By.US);
        await().atMost(LONG).until(far::isOver);
    }

    @Test
    void whoIsDialledAndAnswersIsHeardAndHears() {
        FarPhone phone = network.phone();
        CompletableFuture<Dialled> dialled = dials(phone.target(), LONG);
        await().atMost(LONG).until(phone::isRinging);
        assertThat(dialled).as("not answered yet").isNotDone();
        FarCall far = phone.answers();
        Call call = answered(dialled);
        assertThat(call.direction()).isEqualTo(Call.Direction.OUTBOUND);
        assertThat(call.calling()).isEqualTo(new PhoneNumber("5550100"));
        assertThat(call.rate()).isEqualTo(Frame.TELEPHONE_RATE);
        far.says(Tone.sine(1000, 8000, Duration.ofSeconds(2), 8000));
        List<Frame> heardHere = new ArrayList<>();
        Iterator<Frame> ours =
                Tone.sine(440, 8000, Duration.ofSeconds(2), 8000).frames().iterator();
        while (ours.hasNext() || frames(heardHere, 1000) <= 30) {
            heardHere.add(call.exchange(ours.hasNext() ? ours.next() : Frame.silence(8000))
                    .heard());
        }
        await("the far side hears 440 Hz").atMost(LONG).until(() -> frames(far.heard(), 440) > 30);
        call.hangUp(HangupCause.NORMAL_CLEARING);
        await().atMost(LONG).until(far::isOver);
        assertThat(endOf(call).by()).isEqualTo(CallEnded.By.US);
    }

    @Test
    void whoWasDialledAndHangsUpEndsTheCall() {
        FarPhone phone = network.phone();
        CompletableFuture<Dialled> dialled = dials(phone.target(), LONG);
        await().atMost(LONG).until(phone::isRinging);
        FarCall far = phone.answers();
        Call call = answered(dialled);
        CompletableFuture<CallEnded> end = CompletableFuture.supplyAsync(() -> endOf(call), Thread::startVirtualThread);
        talking.orTimeout(20, TimeUnit.SECONDS).join();
        far.hangsUp();
        assertThat(end.orTimeout(20, TimeUnit.SECONDS).join().by()).isEqualTo(CallEnded.By.FAR_SIDE);
    }

    @Test
    void whoIsDialledAndRefusesSaysWhy() {
        FarPhone phone = network.phone();
        for (HangupCause cause : List.of(HangupCause.USER_BUSY, HangupCause.CALL_REJECTED)) {
            CompletableFuture<Dialled> dialled = dials(phone.target(), LONG);
            await().atMost(LONG).until(phone::isRinging);
            phone.refuses(cause);
            assertThat(outcome(dialled)).isEqualTo(new Dialled.Failed(cause));
        }
    }

    @Test
    void whoIsDialledIsRungNoLongerThanThat() {
        FarPhone phone = network.phone();
        CompletableFuture<Dialled> dialled = dials(phone.target(), Duration.ofSeconds(1));
        await().atMost(LONG).until(phone::isRinging);
        assertThat(outcome(dialled)).isEqualTo(new Dialled.Failed(HangupCause.NO_ANSWER));
        await().atMost(LONG).until(() -> !phone.isRinging());
    }

    @Test
    void givingUpStopsThePhone() {
        FarPhone phone = network.phone();
        CompletableFuture<Dialled> dialled = new CompletableFuture<>();
        Thread dialling = Thread.startVirtualThread(() -> dialled.complete(dial(phone.target(), LONG)));
        await().atMost(LONG).until(phone::isRinging);
        dialling.interrupt();
        assertThat(outcome(dialled)).isInstanceOf(Dialled.Failed.class);
        await().atMost(LONG).until(() -> !phone.isRinging());
    }

    @Test
    void whatCannotBeDialledFails() {
        assertThat(outcome(dials("nobody", LONG))).isInstanceOf(Dialled.Failed.class);
        FarPhone phone = network.phone();
        network.closeFront();
        assertThat(outcome(dials(phone.target(), LONG))).isInstanceOf(Dialled.Failed.class);
    }

    private Dialled dial(String target, Duration ringFor) {
        return network.front().dial(new CallFront.Destination(target, new PhoneNumber("5550100"), "Hotline"), ringFor);
    }

    private CompletableFuture<Dialled> dials(String target, Duration ringFor) {
        return CompletableFuture.supplyAsync(() -> dial(target, ringFor), Thread::startVirtualThread);
    }

    private static Dialled outcome(CompletableFuture<Dialled> dialled) {
        return dialled.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static Call answered(CompletableFuture<Dialled> dialled) {
        Dialled how = outcome(dialled);
        assertThat(how).isInstanceOf(Dialled.Answered.class);
        return ((Dialled.Answered) how).call();
    }

    /** Waits for the next call that the taker was given. */
    private Call take() throws InterruptedException {
        Call call = taken.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(call).as("a call").isNotNull();
        return call;
    }

    private void exchangeForEver(Call call, UnaryOperator<Frame> say) {
        Frame next = Frame.silence(call.rate());
        for (int number = 0; ; number++) {
            next = say.apply(call.exchange(next).heard());
            if (number == Frame.PER_SECOND / 2) {
                talking.complete(null);
            }
        }
    }

    /** Waits until the call has been answered and half a second of it exchanged. */
    private void isTalking(FarCall far) {
        assertThat(far.answered().orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
        talking.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private CallEnded endOf(Call call) {
        return catchThrowableOfType(CallEnded.class, () -> exchangeForEver(call, heard -> Frame.silence(call.rate())));
    }

    /** How many frames are mostly this tone. */
    private static long frames(List<Frame> heard, double hertz) {
        return heard.stream()
                .filter(frame -> frame.rms() > 1000)
                .filter(frame ->
                        Goertzel.amplitude(frame.samples(), hertz, frame.rate()) > 0.6 * Math.sqrt(2) * frame.rms())
                .count();
    }

    /** Before the first test is plugged in. */
    private static final class Unplugged implements Network {
        @Override
        public FarCall call(String calling, String dialled) {
            throw new IllegalStateException("not plugged in");
        }

        @Override
        public CallFront front() {
            throw new IllegalStateException("not plugged in");
        }

        @Override
        public FarPhone phone() {
            throw new IllegalStateException("not plugged in");
        }

        @Override
        public void closeFront() {}

        @Override
        public void close() {}
    }
}
