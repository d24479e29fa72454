package org.hotline.call.asterisk.ami;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.event.ManagerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to one Asterisk's manager interface, which stays: what is lost is made again, each time after a longer
 * pause, and whoever listens is told to begin anew. Any thread may ask.
 */
public final class Ami implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ami.class);

    private final AmiSettings settings;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final LongAdder logins = new LongAdder();
    private final LongAdder events = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private Optional<Open> open = Optional.empty();
    private String trouble = "not connected yet";

    /** A session that is logged in. */
    private record Open(AmiSession session, AmiVersion version) {}

    /** Does not connect yet. */
    public Ami(AmiSettings settings) {
        this.settings = settings;
    }

    /** Begins to connect, and goes on until it is closed. That nobody is there is no error. */
    public void start() {
        Thread.ofVirtual().name("asterisk-ami").start(this::keep);
    }

    /**
     * Tells {@code listener} of connections and of these kinds of events, from now on; of the present connection first.
     * All other events are dropped as they come.
     *
     * @param wanted exactly these classes
     */
    public synchronized void listen(Set<Class<? extends ManagerEvent>> wanted, AmiListener listener) {
        Subscription subscription = new Subscription(wanted, listener, dropped);
        subscriptions.add(subscription);
        open.ifPresent(session -> subscription.connected(session.version()));
    }

    /**
     * Asks Asterisk for something and waits for its answer, for as long as the settings' patience. Meant for virtual
     * threads. What is written into an action must have no line breaks in it.
     */
    public Answer ask(ManagerAction action) {
        Optional<Open> present = present();
        Answer answer = present.<Answer>map(session -> session.session().ask(action))
                .orElseGet(() -> new Answer.Unanswered("not connected to Asterisk"));
        if (present.isPresent() && answer instanceof Answer.Unanswered) {
            unanswered.increment();
        }
        return answer;
    }

    /** How it is. */
    public synchronized AmiHealth health() {
        return new AmiHealth(
                open.map(Open::version), trouble, logins.sum(), events.sum(), dropped.sum(), unanswered.sum());
    }

    private synchronized Optional<Open> present() {
        return open;
    }

    private void keep() {
        Duration pause = settings.firstPause();
        try {
            while (!closed.await(0, TimeUnit.MILLISECONDS)) {
                long before = logins.sum();
                boolean refused = once();
                pause = refused ? settings.longestPause() : logins.sum() > before ? settings.firstPause() : pause;
                if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                pause = longer(pause);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : twice;
    }

    /** One connection from its beginning to its end; true if the login was refused. */
    private boolean once() {
        try (AmiSession session = new AmiSession(settings, this::happened)) {
            opened(new Open(session, session.open()));
            watch(session);
            lost("the connection was lost");
        } catch (AuthenticationFailedException refused) {
            lost("it refuses the user or the secret (" + refused.getMessage() + ")");
            return true;
        } catch (IOException unreachable) {
            lost(Optional.ofNullable(unreachable.getMessage()).orElse("it cannot be reached"));
        }
        return false;
    }

    private synchronized void opened(Open session) {
        open = Optional.of(session);
        trouble = "";
        logins.increment();
        LOG.atInfo()
                .addKeyValue("asterisk", settings.address())
                .addKeyValue("version", session.version().text())
                .log("Logged in at Asterisk's manager interface");
        session.version()
                .remarks()
                .forEach(remark -> LOG.atWarn()
                        .addKeyValue("version", session.version().text())
                        .addKeyValue("what", remark)
                        .log("Not all will work with this Asterisk"));
        subscriptions.forEach(subscription -> subscription.connected(session.version()));
    }

    private synchronized void lost(String why) {
        boolean news = open.isPresent() || !trouble.equals(why);
        open = Optional.empty();
        trouble = why;
        if (news && closed.getCount() > 0) {
            LOG.atWarn()
                    .addKeyValue("asterisk", settings.address())
                    .addKeyValue("what", why)
                    .log("No connection to Asterisk's manager interface; trying again");
        }
        subscriptions.forEach(Subscription::lost);
    }

    /** Until the connection is gone: closed by Asterisk, by us, or silent when asked. */
    private void watch(AmiSession session) {
        CompletableFuture<Void> over = session.lost();
        while (closed.getCount() > 0) {
            CompletableFuture<Void> quiet = new CompletableFuture<>();
            quiet.completeOnTimeout(null, settings.pingEvery().toMillis(), TimeUnit.MILLISECONDS);
            CompletableFuture.anyOf(over, quiet).join();
            if (over.isDone() || !isAlive(session)) {
                return;
            }
        }
    }

    /** Asked on another thread: an Asterisk that does not read blocks whoever writes. */
    private boolean isAlive(AmiSession session) {
        return CompletableFuture.supplyAsync(session::isAlive, Thread::startVirtualThread)
                .completeOnTimeout(false, settings.patience().toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private void happened(ManagerEvent event) {
        events.increment();
        subscriptions.forEach(subscription -> subscription.happened(event));
    }

    @Override
    public void close() {
        closed.countDown();
        present().ifPresent(session -> session.session().close());
        subscriptions.forEach(Subscription::close);
    }
}
