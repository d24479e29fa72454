package org.hotline.history.jdbc;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.hotline.call.CallId;

/**
 * What the journal has and the database has not: in memory, or, when that became too much or is from an earlier run, in
 * the journal's files only. The meeting place of the journal's thread, the feeder's and the readers', hence its lock.
 */
final class Backlog {
    /** Lines kept in memory; about ten seconds of 150 calls a second. */
    static final int MOST = 20_000;

    /** Lines stored at once. */
    static final int LARGEST = 4_000;

    private final Deque<Line> lines = new ArrayDeque<>();
    private long added;
    private long stored;
    private boolean behind = true;
    private boolean away;
    private boolean hurry;
    private boolean closing;
    private long lastTurn = System.nanoTime();

    /**
     * Lines of the journal, or lines that are to be stored although the journal could not be written. Those it has had
     * are ignored.
     *
     * @return true if they are in memory; false if the feeder has to find them in the files
     */
    synchronized boolean add(List<Line> more) {
        for (Line line : more) {
            if (line.number() > added && !behind) {
                lines.add(line);
            }
        }
        added = Math.max(added, more.getLast().number());
        if (lines.size() > MOST) {
            lines.clear();
            behind = true;
        }
        if (behind || lines.size() >= LARGEST) {
            notifyAll();
        }
        return !behind;
    }

    /** The oldest lines in memory. */
    synchronized List<Line> first() {
        return lines.stream().limit(LARGEST).toList();
    }

    /** The database has all lines of this run up to this one. */
    synchronized void stored(long number) {
        stored = Math.max(stored, number);
        while (!lines.isEmpty() && lines.getFirst().number() <= stored) {
            lines.removeFirst();
        }
        notifyAll();
    }

    synchronized long stored() {
        return stored;
    }

    /** The files have been read and stored to their ends: if no line was added after those, memory is enough. */
    synchronized boolean isCaughtUp() {
        if (behind && stored >= added) {
            added = stored;
            behind = false;
            notifyAll();
        }
        return !behind;
    }

    /** What comes after this line of this run, and what an earlier run left, has to be read from the files again. */
    synchronized void fallBehind(long mark) {
        lines.clear();
        stored = mark;
        behind = true;
    }

    /** True while lines have to be read from the files. */
    synchronized boolean isBehind() {
        return behind;
    }

    /** True while the database cannot be reached. */
    synchronized boolean isAway() {
        return away;
    }

    /** The database did not answer: readers wait no longer. */
    synchronized void away() {
        away = true;
        notifyAll();
    }

    /** It answered. */
    synchronized void back() {
        away = false;
    }

    synchronized boolean isEmpty() {
        return lines.isEmpty() && !behind;
    }

    /** Waits until {@code apart} after the last turn, or until there is a reason to be sooner. */
    synchronized void awaitTurn(Duration apart) throws InterruptedException {
        long end = lastTurn + apart.toNanos();
        for (long left = end - System.nanoTime(); left > 0 && !isUrgent(); left = end - System.nanoTime()) {
            wait(Math.max(1, left / 1_000_000));
        }
        hurry = false;
        lastTurn = System.nanoTime();
    }

    private boolean isUrgent() {
        return hurry || closing || lines.size() >= LARGEST;
    }

    /** Waits for {@code pause}, or until it is time to close. */
    synchronized void pause(Duration pause) throws InterruptedException {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = end - System.nanoTime(); left > 0 && !closing; left = end - System.nanoTime()) {
            wait(Math.max(1, left / 1_000_000));
        }
    }

    /** Whether something of that call is not stored yet, or may be so. */
    synchronized boolean mayHold(CallId call) {
        return behind || lines.stream().anyMatch(line -> line.call().equals(call));
    }

    /** Waits until all that was added is stored; false if the database is away or that takes longer than {@code patience}. */
    synchronized boolean awaitStored(Duration patience) throws InterruptedException {
        long target = added;
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); isMissing(target); left = end - System.nanoTime()) {
            if (away || left <= 0) {
                return false;
            }
            hurry = true;
            notifyAll();
            wait(Math.max(1, left / 1_000_000));
        }
        return true;
    }

    private boolean isMissing(long target) {
        return behind || stored < target;
    }

    /** Nothing will be added any more. */
    synchronized void close() {
        closing = true;
        notifyAll();
    }

    synchronized boolean isClosing() {
        return closing;
    }
}
