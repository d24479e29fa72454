package org.hotline.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.HangupCause;
import org.hotline.call.rtp.Codec;
import org.hotline.call.rtp.LegStatistics;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.MediaFormat;
import org.hotline.call.rtp.RtpLeg;
import org.hotline.call.rtp.RtpSettings;
import org.hotline.recording.Recordings;
import org.hotline.speech.SpeechDetector;

/**
 * The system under test of {@code bench rtp}, in a process of its own so that its CPU time is its own: answered calls,
 * each on a virtual thread that exchanges frames, detects speech and is recorded in stereo.
 *
 * <p>Arguments: calls, folder of the recordings or {@code -}, then one port of the far side for each call. It prints the
 * ports it listens on; on the line {@code start} it begins to measure, on {@code stop} it prints a {@link Result} and
 * ends.
 */
public final class RtpBenchServer {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final MediaEngine engine = new MediaEngine(RtpSettings.DEFAULT);
    private final List<RtpLeg> legs = new ArrayList<>();
    private final LongAdder foreign = new LongAdder();
    private final LongAdder spoken = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile boolean measuring;

    /**
     * What the server measured of itself.
     *
     * @param cpuNanos CPU time of its process between start and stop
     * @param failed calls whose thread ended with an error
     * @param foreign frames heard after the first second that were not to the bit the far party's: concealed or wrong
     * @param spokenFrames frames in which speech was detected
     * @param starved frames of silence sent because a call's thread was late
     * @param lost packets of the far side that never came
     * @param concealed frames made up
     * @param lateTicks ticks of the pacer more than 5 ms late
     * @param residentKilobytes memory of the process
     */
    record Result(
            long cpuNanos,
            long failed,
            long foreign,
            long spokenFrames,
            long concealed,
            long starved,
            long lost,
            long lateTicks,
            long residentKilobytes) {

        String line() {
            return "result " + cpuNanos + " " + failed + " " + foreign + " " + spokenFrames + " " + concealed + " "
                    + starved + " " + lost + " " + lateTicks + " " + residentKilobytes;
        }

        static Result parse(String line) {
            long[] n = Arrays.stream(line.split(" ", -1))
                    .skip(1)
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new Result(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]);
        }
    }

    private RtpBenchServer() {}

    public static void main(String[] args) throws IOException {
        RtpBenchServer server = new RtpBenchServer();
        if (args[0].equals("-")) {
            server.serve(args, call -> call);
            return;
        }
        try (Recordings recordings = new Recordings(Path.of(args[0]))) {
            server.serve(args, recordings::record);
        }
    }

    private interface Wrapping {
        Call wrap(Call call);
    }

    private void serve(String[] args, Wrapping wrapping) throws IOException {
        StringBuilder ports = new StringBuilder("ports");
        for (int i = 1; i < args.length; i++) {
            RtpLeg leg = engine.open(HERE);
            leg.connect(MediaFormat.of(new InetSocketAddress(HERE, Integer.parseInt(args[i])), Codec.PCMU));
            legs.add(leg);
            ports.append(' ').append(leg.local().getPort());
            Call call = wrapping.wrap(new LegCall(leg));
            int party = i - 1;
            Thread.ofVirtual().name("call-" + party).start(() -> hold(call, party));
        }
        System.out.println(ports);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        commands.readLine();
        measuring = true;
        LegTotals before = LegTotals.of(legs);
        long lateBefore = engine.health().lateTicks();
        long cpuBefore = cpu();
        commands.readLine();
        long cpu = cpu() - cpuBefore;
        measuring = false;
        LegTotals spent = LegTotals.of(legs).minus(before);
        Result result = new Result(
                cpu,
                failed.sum(),
                foreign.sum(),
                spoken.sum(),
                spent.concealed,
                spent.starved,
                spent.lost,
                engine.health().lateTicks() - lateBefore,
                Machine.residentKilobytes());
        System.out.println(result.line());
        legs.forEach(leg -> leg.end(new CallEnded(CallEnded.By.US, HangupCause.NORMAL_CLEARING)));
        engine.close();
    }

    private record LegTotals(long concealed, long starved, long lost) {
        static LegTotals of(List<RtpLeg> legs) {
            long concealed = 0;
            long starved = 0;
            long lost = 0;
            for (RtpLeg leg : legs) {
                LegStatistics statistics = leg.statistics();
                concealed += statistics.concealed();
                starved += statistics.starved();
                lost += statistics.lost();
            }
            return new LegTotals(concealed, starved, lost);
        }

        LegTotals minus(LegTotals other) {
            return new LegTotals(concealed - other.concealed, starved - other.starved, lost - other.lost);
        }
    }

    private void hold(Call call, int party) {
        Voice ours = RtpBench.ours(party);
        Voice theirs = RtpBench.theirs(party);
        SpeechDetector detector = new SpeechDetector();
        try {
            for (long number = 0; ; number++) {
                Frame heard = call.exchange(ours.frame(number)).heard();
                boolean speech = detector.accept(heard) > 0;
                if (measuring) {
                    spoken.add(speech ? 1 : 0);
                    foreign.add(theirs.said(heard) ? 0 : 1);
                }
            }
        } catch (CallEnded over) {
            failed.add(over.by() == CallEnded.By.US ? 0 : 1);
        } catch (RuntimeException fault) {
            failed.increment();
        }
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
