package org.hotline.bench;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.speech.SpeechDetector;
import org.hotline.switchboard.Bridge;
import org.hotline.switchboard.Parting;
import org.hotline.switchboard.Party;
import org.hotline.switchboard.Transfers;

/**
 * The talks of {@code bench rtp} on the server's side, a virtual thread for each leg, and what was noticed in them.
 *
 * <p>{@link #renew} has all of them go on in fresh threads, as in a server that has taken calls before: what a thread was
 * interpreting when it began it interprets to its end, and with such a frame on its stack each of its waits takes the virtual
 * machine's long way.
 */
final class RtpBenchTalks {
    private final LongAdder foreign = new LongAdder();
    private final LongAdder spoken = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final List<Pair> pairs = new CopyOnWriteArrayList<>();
    private volatile boolean counting;
    private volatile int round;

    /** Two parties and what joins them just now. */
    private static final class Pair {
        private volatile Bridge bridge = fresh();

        private static Bridge fresh() {
            return new Bridge(Frame.TELEPHONE_RATE, List.of(Frame.silence(Frame.TELEPHONE_RATE)), Transfers.NONE);
        }

        void renew() {
            Bridge last = bridge;
            bridge = fresh();
            last.part(new Parting.HungUp(Party.CALLER));
        }
    }

    /** Begins or ceases to count; failures always count. */
    void count(boolean on) {
        counting = on;
    }

    /** Ends all talks and begins them again, on the same legs. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    void renew() {
        round++;
        pairs.forEach(Pair::renew);
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
        start(party, () -> {
            SpeechDetector detector = new SpeechDetector();
            int mine = round;
            for (long number = 0; mine == round; number++) {
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
        Pair pair = new Pair();
        pairs.add(pair);
        Voice theirs = RtpBench.theirs(party);
        Voice others = RtpBench.theirs(party + 1);
        start(party, () -> pair.bridge.serve(Party.CALLER, caller, heard -> judge(theirs, heard)));
        start(party + 1, () -> pair.bridge.serve(Party.CALLED, called, heard -> judge(others, heard)));
    }

    private void judge(Voice theirs, Frame heard) {
        if (counting) {
            foreign.add(theirs.said(heard) ? 0 : 1);
        }
    }

    /** A talk returns when it is to begin again. */
    private void start(int party, Runnable talk) {
        Thread.ofVirtual().name("call-" + party).start(() -> {
            try {
                talk.run();
                start(party, talk);
            } catch (CallEnded over) {
                failed.add(over.by() == CallEnded.By.US ? 0 : 1);
            } catch (RuntimeException fault) {
                failed.increment();
            }
        });
    }
}
