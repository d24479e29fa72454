package org.hotline.conversation.turn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;
import org.hotline.call.PhoneNumber;
import org.hotline.call.Signal;
import org.hotline.call.Tick;
import org.hotline.speech.SpeechDetector;

/**
 * The caller's end of the talk, frame by frame: what was heard just now and just before, whether it was speech, and the
 * keys that wait to be taken (type-ahead). While the caller holds the line, no time passes here.
 */
final class Line {
    /** 300 ms: speech is noticed up to 100 ms after its first voiced sound, before which there may be an s or an f. */
    private static final int REMEMBERED = 15;

    /** Decibels over the noise from which it is not quiet on the line, speech or not. */
    private static final double SOUND = 6;

    private static final int LONGEST_TYPE_AHEAD = 64;

    private final Call call;
    private final SpeechDetector detector = new SpeechDetector();
    private final Deque<Frame> recent = new ArrayDeque<>(REMEMBERED);
    private final Deque<Character> keys = new ArrayDeque<>();
    private final Frame silence;
    private Frame heard;
    private boolean held;
    private int speechFrames;

    Line(Call call) {
        this.call = call;
        this.silence = Frame.silence(call.rate());
        this.heard = silence;
    }

    CallId call() {
        return call.id();
    }

    PhoneNumber calling() {
        return call.calling();
    }

    int rate() {
        return call.rate();
    }

    /** Says and hears one frame; more than one while the far side holds the line. */
    void exchange(Frame say) {
        Tick tick = call.exchange(say);
        note(tick.signals());
        while (held) {
            tick = call.exchange(silence);
            note(tick.signals());
        }
        heard = tick.heard();
        speechFrames = detector.accept(heard);
        if (recent.size() == REMEMBERED) {
            recent.removeFirst();
        }
        recent.addLast(heard);
    }

    /** Says nothing for one frame. */
    void exchange() {
        exchange(silence);
    }

    /** The last frame heard. */
    Frame heard() {
        return heard;
    }

    /** How many frames the caller has been speaking, 0 if they are not. */
    int speechFrames() {
        return speechFrames;
    }

    /** Decibels of the last frame over the noise. */
    double strength() {
        return detector.strength();
    }

    /** Whether there was any sound in the last frame: speech, or something too soft or too short to be sure. */
    boolean hasSound() {
        return speechFrames > 0 || detector.strength() >= SOUND;
    }

    /** The last 300 ms heard, oldest first; the last frame is among them. */
    List<Frame> recent() {
        return List.copyOf(recent);
    }

    boolean hasKeys() {
        return !keys.isEmpty();
    }

    int waitingKeys() {
        return keys.size();
    }

    /** The key that has waited longest; there must be one. */
    char takeKey() {
        return keys.removeFirst();
    }

    void forgetKeys() {
        keys.clear();
    }

    private void note(List<Signal> signals) {
        for (Signal signal : signals) {
            switch (signal) {
                case Signal.Key key -> {
                    if (keys.size() < LONGEST_TYPE_AHEAD) {
                        keys.addLast(key.digit());
                    }
                }
                case Signal.Hold ignored -> held = true;
                case Signal.Resume ignored -> held = false;
                case Signal.Referred referred -> // nobody moves a call that talks with us
                    referred.told().accept(new Signal.Fate.Failed(HangupCause.CALL_REJECTED));
            }
        }
    }
}
