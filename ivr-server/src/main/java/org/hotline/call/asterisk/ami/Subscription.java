package org.hotline.call.asterisk.ami;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.asteriskjava.manager.event.ManagerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listener with the events it wants, its mailbox and its thread. A listener that is 10,000 events behind loses
 * events, is told so, and begins anew.
 */
final class Subscription implements AutoCloseable {
    private static final int MOST_WAITING = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

    private final Set<Class<? extends ManagerEvent>> wanted;
    private final AmiListener listener;
    private final LongAdder dropped;
    private final LinkedBlockingQueue<Word> mailbox = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Thread thread;
    private volatile boolean overrun;
    private Optional<AmiVersion> version = Optional.empty();

    private sealed interface Word {
        record Connected(AmiVersion version) implements Word {}

        record Happened(ManagerEvent event) implements Word {}

        record Overrun() implements Word {}

        record Lost() implements Word {}
    }

    Subscription(Set<Class<? extends ManagerEvent>> wanted, AmiListener listener, LongAdder dropped) {
        this.wanted = Set.copyOf(wanted);
        this.listener = listener;
        this.dropped = dropped;
        thread = Thread.ofVirtual()
                .name("asterisk-listener-" + listener.getClass().getSimpleName())
                .start(this::listen);
    }

    void connected(AmiVersion to) {
        mailbox.add(new Word.Connected(to));
    }

    void lost() {
        mailbox.add(new Word.Lost());
    }

    /** Never waits. The library's thread. */
    void happened(ManagerEvent event) {
        if (!wanted.contains(event.getClass())) {
            return;
        }
        if (overrun) {
            dropped.increment();
        } else if (waiting.incrementAndGet() > MOST_WAITING) {
            overrun = true;
            dropped.increment();
            mailbox.add(new Word.Overrun());
        } else {
            mailbox.add(new Word.Happened(event));
        }
    }

    private void listen() {
        try {
            while (true) {
                Word word = mailbox.take();
                try {
                    tell(word);
                } catch (RuntimeException fault) {
                    LOG.atError().setCause(fault).log("A listener of Asterisk's events failed");
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Word word) {
        switch (word) {
            case Word.Connected connected -> begin(connected.version());
            case Word.Happened happened -> {
                waiting.decrementAndGet();
                if (version.isPresent()) {
                    listener.event(happened.event());
                }
            }
            case Word.Overrun late -> startOver();
            case Word.Lost gone -> end();
        }
    }

    private void startOver() {
        LOG.warn("Asterisk's events came faster than they could be followed; asking for everything again");
        waiting.set(0);
        overrun = false;
        Optional<AmiVersion> before = version;
        end();
        before.ifPresent(this::begin);
    }

    private void begin(AmiVersion to) {
        version = Optional.of(to);
        listener.connected(to);
    }

    private void end() {
        if (version.isPresent()) {
            version = Optional.empty();
            listener.lost();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
