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
import java.util.List;
import java.util.function.UnaryOperator;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.HangupCause;
import org.hotline.call.rtp.Codec;
import org.hotline.call.rtp.LegStatistics;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.MediaFormat;
import org.hotline.call.rtp.Punctuality;
import org.hotline.call.rtp.RtpLeg;
import org.hotline.call.rtp.RtpSettings;
import org.hotline.recording.Recordings;

/**
 * The system under test of {@code bench rtp}, in a process of its own so that its CPU time is its own: answered calls, each
 * on a virtual thread, recorded in stereo, that hear speech, or are bridged two by two.
 *
 * <p>Arguments: {@code single} or {@code bridged}, folder of the recordings or {@code -}, then one port of the far side for
 * each leg. It prints the ports it listens on; on each line {@code renew} its talks begin anew, on {@code start} it begins to
 * measure, on {@code stop} it prints a {@link RtpBenchResult} and ends.
 */
public final class RtpBenchServer {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final MediaEngine engine = new MediaEngine(RtpSettings.DEFAULT);
    private final List<RtpLeg> legs = new ArrayList<>();
    private final RtpBenchTalks talks = new RtpBenchTalks();

    private RtpBenchServer() {}

    public static void main(String[] args) throws IOException {
        RtpBenchServer server = new RtpBenchServer();
        if (args[1].equals("-")) {
            server.serve(args, call -> call);
            return;
        }
        try (Recordings recordings = new Recordings(Path.of(args[1]))) {
            server.serve(args, recordings::record);
        }
    }

    private void serve(String[] args, UnaryOperator<Call> recording) throws IOException {
        StringBuilder ports = new StringBuilder("ports");
        for (int i = 2; i < args.length; i++) {
            RtpLeg leg = engine.open(HERE);
            leg.connect(MediaFormat.of(new InetSocketAddress(HERE, Integer.parseInt(args[i])), Codec.PCMU));
            legs.add(leg);
            ports.append(' ').append(leg.local().getPort());
        }
        if (args[0].equals("bridged")) {
            for (int i = 0; i < legs.size(); i += 2) {
                talks.bridge(i, recording.apply(new LegCall(legs.get(i))), new LegCall(legs.get(i + 1)));
            }
        } else {
            for (int i = 0; i < legs.size(); i++) {
                talks.talk(i, recording.apply(new LegCall(legs.get(i))));
            }
        }
        System.out.println(ports);
        System.out.println(measure().line());
        legs.forEach(leg -> leg.end(new CallEnded(CallEnded.By.US, HangupCause.NORMAL_CLEARING)));
        engine.close();
    }

    private RtpBenchResult measure() throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while ("renew".equals(commands.readLine())) {
            talks.renew();
        }
        talks.count(true);
        LegTotals before = LegTotals.of(legs);
        Punctuality punctualBefore = engine.punctuality();
        long lateBefore = engine.health().lateTicks();
        long cpuBefore = cpu();
        commands.readLine();
        long cpu = cpu() - cpuBefore;
        talks.count(false);
        LegTotals spent = LegTotals.of(legs).minus(before);
        return new RtpBenchResult(
                cpu,
                talks.failed(),
                talks.foreign(),
                talks.spoken(),
                spent.concealed,
                spent.starved,
                spent.lost,
                engine.health().lateTicks() - lateBefore,
                Machine.residentKilobytes(),
                RtpBenchResult.lateMicros(engine.punctuality().since(punctualBefore)));
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

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
