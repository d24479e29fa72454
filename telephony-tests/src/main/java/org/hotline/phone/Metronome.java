package org.hotline.phone;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** One thread that beats every 20 ms for all phones, on an absolute schedule. */
final class Metronome {
    private static final long BEAT = 20_000_000L;
    private static final Metronome SHARED = new Metronome();

    private final List<Runnable> players = new CopyOnWriteArrayList<>();

    private Metronome() {
        Thread.ofPlatform().name("phone-metronome").daemon().start(this::beat);
    }

    static void join(Runnable player) {
        SHARED.players.add(player);
    }

    static void leave(Runnable player) {
        SHARED.players.remove(player);
    }

    private void beat() {
        long next = System.nanoTime();
        while (true) {
            next += BEAT;
            for (long wait = next - System.nanoTime(); wait > 0; wait = next - System.nanoTime()) {
                LockSupport.parkNanos(this, wait);
            }
            for (Runnable player : players) {
                player.run();
            }
        }
    }
}
