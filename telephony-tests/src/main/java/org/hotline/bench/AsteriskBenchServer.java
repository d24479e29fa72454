package org.hotline.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.HangupCause;
import org.hotline.call.Ladder;
import org.hotline.call.asterisk.AsteriskFront;
import org.hotline.call.asterisk.AsteriskSettings;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.RtpSettings;
import org.hotline.speech.SpeechDetector;

/**
 * The system under test of {@code bench asterisk}, in a process of its own: the Asterisk front with a taker that talks
 * and detects speech in what it hears. Calls to {@value #REFUSED} are refused at once.
 *
 * <p>It prints {@code ports AGI AUDIO}; on the line {@code start} it begins to measure, on {@code stop} it prints
 * {@code result CPUNANOS DROPPED LATETICKS}, and it serves on until its input ends.
 */
public final class AsteriskBenchServer {
    static final String REFUSED = "9";

    private final LongAdder dropped = new LongAdder();
    private volatile boolean measuring;

    private AsteriskBenchServer() {}

    public static void main(String[] args) throws IOException {
        new AsteriskBenchServer().serve();
    }

    private void serve() throws IOException {
        try (MediaEngine engine = new MediaEngine(RtpSettings.DEFAULT);
                AsteriskFront front = new AsteriskFront(
                        AsteriskSettings.DEFAULT.ports(0, 0).callLimit(2_000),
                        engine,
                        what -> true,
                        Optional.empty(),
                        Ladder.NONE,
                        Clock.systemUTC())) {
            front.start(this::take);
            System.out.println("ports " + front.agiPort() + " " + front.audioPort());
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            orders.readLine();
            measuring = true;
            long lateBefore = engine.health().lateTicks();
            long before = cpu();
            orders.readLine();
            long cpu = cpu() - before;
            measuring = false;
            System.out.println("result " + cpu + " " + dropped.sum() + " "
                    + (engine.health().lateTicks() - lateBefore));
            orders.readLine(); // AGI sessions are served until the bench has enough of them
        }
    }

    private void take(Call call) {
        if (call.dialled().text().equals(REFUSED)) {
            call.hangUp(HangupCause.UNALLOCATED_NUMBER);
            return;
        }
        call.answer();
        Voice ours = RtpBench.ours(Integer.parseInt(call.calling().text()));
        SpeechDetector detector = new SpeechDetector();
        try {
            for (long number = 0; ; number++) {
                Frame heard = call.exchange(ours.frame(number)).heard();
                detector.accept(heard);
            }
        } catch (CallEnded over) {
            dropped.add(measuring ? 1 : 0);
        }
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
