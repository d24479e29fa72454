package org.hotline.bench;

import java.util.Optional;
import java.util.OptionalLong;
import org.hotline.audio.Frame;
import org.hotline.phone.LineWatch;

/**
 * Takes the times of one turn at the caller's end of the line: when the first and last frames of the caller's speech were
 * sent, when the prompt before was last heard, and when the reply was first heard. Any thread.
 */
final class Stopwatch implements LineWatch {
    /** Root mean square from which a frame is no silence; the server's own silence is zero. */
    private static final double SOUND = 20;

    /** Frames without sound after which a prompt has ended: no pause inside a sentence is so long. */
    private static final int SILENCE = 20;

    /** Frames without sound before a reply: less, and it is the prompt before that has not stopped yet. */
    private static final int BEFORE_REPLY = 5;

    private Optional<Frame> first = Optional.empty();
    private Optional<Frame> last = Optional.empty();
    private long began;
    private long ended;
    private long lastSound;
    private long reply;
    private int quiet;
    private int sounding;
    private boolean prompted;

    /** Begins a turn whose speech goes from one of these frames to the other. */
    synchronized void start(Frame firstVoiced, Frame lastSounding) {
        first = Optional.of(firstVoiced);
        last = Optional.of(lastSounding);
        began = 0;
        ended = 0;
        reply = 0;
        prompted = false;
    }

    @Override
    public synchronized void said(Frame frame, long nanos) {
        if (first.filter(frame::equals).isPresent()) {
            began = nanos;
        }
        if (last.filter(frame::equals).isPresent()) {
            ended = nanos;
        }
    }

    @Override
    public synchronized void heard(Frame frame, long nanos) {
        if (frame.rms() < SOUND) {
            quiet++;
            sounding = quiet >= SILENCE ? 0 : sounding;
            return;
        }
        if (ended != 0 && reply == 0 && quiet >= BEFORE_REPLY) {
            reply = nanos;
        }
        if (reply == 0) {
            lastSound = nanos;
        }
        prompted |= began == 0 || reply != 0;
        sounding++;
        quiet = 0;
    }

    /** Frames of sound heard since the last silence of 400 ms; 0 in such a silence. */
    synchronized int sounding() {
        return sounding;
    }

    /** True if a prompt was heard, or the reply to the turn before, and has ended. */
    synchronized boolean isPromptOver() {
        return prompted && sounding == 0;
    }

    /** From the caller's last packet with speech to the first packet of the reply, in milliseconds; nothing yet. */
    synchronized OptionalLong replyTime() {
        return reply == 0 ? OptionalLong.empty() : OptionalLong.of((reply - ended) / 1_000_000);
    }

    /** From the caller's first voiced packet to the last packet of the prompt it interrupted, in milliseconds. */
    synchronized long stopTime() {
        return (lastSound - began) / 1_000_000;
    }
}
