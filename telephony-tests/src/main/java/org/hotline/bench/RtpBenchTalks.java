package org.hotline.bench;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.speech.SpeechDetector;
import org.hotline.switchboard.Bridge;
import org.hotline.switchboard.Party;
import org.hotline.switchboard.Transfers;

/** The talks of {@code bench rtp} on the server's side, a virtual thread for each leg, and what was noticed in them. */
final class RtpBenchTalks {
    private final LongAdder foreign = new LongAdder();
    private final LongAdder spoken = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile boolean counting;

    /** Begins or ceases to count; failures always count. */
    void count(boolean on) {
        counting = on;
    }

    /** Frames heard that were not to the bit the far party's. */
    long foreign() {
        return foreign.sum();
    }

    /** Frames in which speech was detected. */
    long spoken() {
        return spoken.sum();
    }

    /** Legs whose thread ended with an error. */
    long failed() {
        return failed.sum();
    }

    /** Talks with a party and listens for speech, as in a conversation. */
    void talk(int party, Call call) {
        Voice ours = RtpBench.ours(party);
        Voice theirs = RtpBench.theirs(party);
        SpeechDetector detector = new SpeechDetector();
        start(party, () -> {
            for (long number = 0; ; number++) {
                Frame heard = call.exchange(ours.frame(number)).heard();
                boolean speech = detector.accept(heard) > 0;
                if (counting) {
                    spoken.add(speech ? 1 : 0);
                }
                judge(theirs, heard);
            }
        });
    }

    /** Bridges a party with the next one. */
    void bridge(int party, Call caller, Call called) {
        Bridge bridge = new Bridge(caller.rate(), List.of(Frame.silence(caller.rate())), Transfers.NONE);
        Voice theirs = RtpBench.theirs(party);
        Voice others = RtpBench.theirs(party + 1);
        start(party, () -> bridge.serve(Party.CALLER, caller, heard -> judge(theirs, heard)));
        start(party + 1, () -> bridge.serve(Party.CALLED, called, heard -> judge(others, heard)));
    }

    private void judge(Voice theirs, Frame heard) {
        if (counting) {
            foreign.add(theirs.said(heard) ? 0 : 1);
        }
    }

    private void start(int party, Runnable talk) {
        Thread.ofVirtual().name("call-" + party).start(() -> {
            try {
                talk.run();
            } catch (CallEnded over) {
                failed.add(over.by() == CallEnded.By.US ? 0 : 1);
            } catch (RuntimeException fault) {
                failed.increment();
            }
        });
    }
}
