package org.hotline.switchboard;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallId;
import org.hotline.call.HandBack;
import org.hotline.conversation.Known;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.history.CallEvent;
import org.hotline.history.Ending;
import org.hotline.switchboard.LinePicture.Said;
import org.hotline.switchboard.LinePicture.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One caller's line while the call goes on: its story for the store, its picture for supervisors.
 *
 * <p>Any thread: the caller's, the agent's and the dispatcher's write here, hence the lock; nothing under it waits.
 */
final class Line {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Call call;
    private final Chronicle chronicle;
    private final InstantSource clock;
    private final Runnable changed;
    private final Script script = new Script();
    private LinePicture picture;
    private final List<CompletableFuture<Void>> writers = new CopyOnWriteArrayList<>();
    private final List<Listening> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean silent;
    private volatile Optional<Bridge> bridge = Optional.empty();
    private Optional<Instant> answeredAt = Optional.empty();
    private Optional<Dialplan> plan = Optional.empty();
    private boolean ended;

    Line(Call call, Chronicle chronicle, InstantSource clock, Runnable changed) {
        this.call = call;
        this.chronicle = chronicle;
        this.clock = clock;
        this.changed = changed;
        Instant now = clock.instant();
        this.picture = new LinePicture(
                call.id(),
                call.calling(),
                call.dialled(),
                "",
                "",
                now,
                Stage.RINGING,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    CallId id() {
        return call.id();
    }

    Call call() {
        return call;
    }

    Instant now() {
        return clock.instant();
    }

    synchronized LinePicture picture() {
        return picture;
    }

    /** Adds to the call's story; nothing can be added after the ending. */
    @CanIgnoreReturnValue
    synchronized CompletableFuture<Void> append(CallEvent event) {
        return ended ? CompletableFuture.completedFuture(null) : chronicle.append(id(), event);
    }

    /** The story's last event, after those who still write down what was said; only the first ending counts. */
    void end(Ending ending) {
        Instant at = now();
        awaitWriters();
        synchronized (this) {
            append(new CallEvent.Ended(at, ending));
            ended = true;
        }
    }

    /** Somebody writes to this story until {@code finished}. */
    void writtenUntil(CompletableFuture<Void> finished) {
        writers.add(finished);
    }

    private void awaitWriters() {
        try {
            CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            LOG.debug("The last words came too late for the record", late);
        }
    }

    /** Where {@code moment} lies in the recording. */
    synchronized Duration sinceAnswer(Instant moment) {
        return answeredAt.map(begin -> Duration.between(begin, moment)).orElse(Duration.ZERO);
    }

    synchronized void answered() {
        answeredAt = Optional.of(now());
    }

    /** The caller talks to somebody over this bridge from now on. */
    void bridged(Bridge joined) {
        bridge = Optional.of(joined);
    }

    /** The caller talks to nobody any more. */
    void apart() {
        bridge = Optional.empty();
    }

    Optional<Bridge> bridge() {
        return bridge;
    }

    /** Somebody hears both sides from now on. */
    Listening listen() {
        Listening listening = new Listening(listeners::remove);
        listeners.add(listening);
        if (silent) {
            listening.end();
        }
        return listening;
    }

    /** What was just said and heard; the call's thread, never waits. */
    void overhear(Frame caller, Frame other) {
        if (!listeners.isEmpty()) {
            Listening.Moment moment = new Listening.Moment(caller, other);
            listeners.forEach(listener -> listener.hear(moment));
        }
    }

    /** There is nothing more to hear. */
    void fallSilent() {
        silent = true;
        listeners.forEach(Listening::end);
    }

    void servedBy(Dialplan served) {
        change(now -> {
            plan = Optional.of(served);
            return now.served(served.name(), served.language().tag());
        });
    }

    /** The plan that serves the caller, as soon as one does. */
    synchronized Optional<Dialplan> plan() {
        return plan;
    }

    void stage(Stage stage) {
        change(now -> now.at(stage, now(), Optional.empty(), Optional.empty()));
    }

    void inQueue(String queue) {
        change(now -> now.at(Stage.IN_QUEUE, now(), Optional.of(queue), Optional.empty()));
    }

    void withAgent(String queue, String agent) {
        change(now -> now.at(Stage.WITH_AGENT, now(), Optional.of(queue), Optional.of(agent)));
    }

    void knows(Known known) {
        change(now -> now.knowing(known));
    }

    /** Adds to the running transcript; {@code partial} text is replaced by the next of the same side. */
    void said(String side, String text, boolean partial) {
        change(now -> {
            script.add(new Said(now(), side, text, partial));
            return now.saying(script.lines());
        });
    }

    /** What an exchange that takes the call back is told, with what the caller has told us. */
    synchronized HandBack handBack(HandBack.Way way, String target) {
        Optional<Known> known = picture.known();
        return new HandBack(
                way,
                target,
                known.flatMap(Known::issue),
                known.map(Known::slots).orElse(Map.of()));
    }

    private void change(UnaryOperator<LinePicture> change) {
        synchronized (this) {
            picture = change.apply(picture);
        }
        changed.run();
    }
}
