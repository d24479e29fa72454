package org.hotline.switchboard;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hotline.call.Call;
import org.hotline.call.CallFront;
import org.hotline.call.HangupCause;

/** A front whose phones answer as they are told: at once with a {@link TestPhone}, or not. */
final class TestFront implements CallFront {
    private final Map<String, Function<Duration, Dialled>> manners = new ConcurrentHashMap<>();
    private final List<String> dialled = new CopyOnWriteArrayList<>();
    private final List<String> givenUp = new CopyOnWriteArrayList<>();

    /** The phone answers with this call. */
    TestPhone answers(String target) {
        TestPhone phone = TestPhone.dials(target);
        manners.put(target, ringFor -> new Dialled.Answered(phone));
        return phone;
    }

    /** Every time it rings, a new call. */
    void answersAlways(String target, int level) {
        manners.put(
                target, ringFor -> new Dialled.Answered(TestPhone.dials(target).says(level)));
    }

    void refuses(String target, HangupCause cause) {
        manners.put(target, ringFor -> new Dialled.Failed(cause));
    }

    /** It rings until it is given up. */
    void rings(String target) {
        manners.put(target, ringFor -> {
            try {
                boolean never = new CountDownLatch(1).await(ringFor.toMillis(), TimeUnit.MILLISECONDS);
                return new Dialled.Failed(never ? HangupCause.INTERWORKING : HangupCause.NO_ANSWER);
            } catch (InterruptedException e) {
                givenUp.add(target);
                Thread.currentThread().interrupt();
                return new Dialled.Failed(HangupCause.NORMAL_CLEARING);
            }
        });
    }

    List<String> dialled() {
        return dialled;
    }

    List<String> givenUp() {
        return givenUp;
    }

    @Override
    public Dialled dial(Destination destination, Duration ringFor) {
        dialled.add(destination.target());
        return Optional.ofNullable(manners.get(destination.target()))
                .map(manner -> manner.apply(ringFor))
                .orElse(new Dialled.Failed(HangupCause.UNALLOCATED_NUMBER));
    }

    @Override
    public void start(Consumer<Call> taker) {}

    @Override
    public void close() {}
}
