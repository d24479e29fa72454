package org.hotline.bench;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.CallId;
import org.hotline.call.digest.Accounts;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.RtpSettings;
import org.hotline.call.sip.SipFront;
import org.hotline.call.sip.SipSettings;
import org.hotline.history.CallEvent;
import org.hotline.history.CallStore;
import org.hotline.history.Ending;
import org.hotline.history.jdbc.Database;
import org.hotline.history.jdbc.DatabaseSettings;
import org.hotline.history.jdbc.JdbcCallStore;
import org.hotline.switchboard.Chronicle;

/** What {@code bench sip} measures, in its own process: our front with its journal, or the stack alone. */
public final class SipBenchServer {
    private SipBenchServer() {}

    /** Where events go, and how many went there. */
    private record Story(Chronicle chronicle, AtomicLong events) {
        @CanIgnoreReturnValue
        CompletableFuture<Void> append(CallId call, CallEvent event) {
            events.incrementAndGet();
            return chronicle.append(call, event);
        }
    }

    /**
     * Prints {@code port N}; answers each line {@code heap}, {@code events} or {@code legs} with the word and a number: bytes
     * in use, events appended so far, nanoseconds of CPU for the media of a call; ends with its input.
     */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "bare" -> {
                System.out.println("port " + BareSip.start());
                obey(Map.of());
                System.exit(0);
            }
            case "media" -> {
                try (MediaEngine media = new MediaEngine(RtpSettings.DEFAULT)) {
                    System.out.println("port 0");
                    obey(Map.of("legs", () -> MediaCost.nanos(media)));
                }
            }
            default -> serve(Path.of(arguments[1]), arguments[0].equals("front"));
        }
    }

    private static void serve(Path folder, boolean journalled) throws IOException {
        try (Database database = Database.open(DatabaseSettings.embedded(folder));
                CallStore store = new JdbcCallStore(database, folder.resolve("journal"))) {
            Chronicle chronicle = journalled ? store::append : (call, event) -> CompletableFuture.completedFuture(null);
            Story story = new Story(chronicle, new AtomicLong());
            try (MediaEngine media = new MediaEngine(RtpSettings.DEFAULT);
                    SipFront front = new SipFront(
                            settings(),
                            Accounts.NONE,
                            media,
                            (call, word) -> story.append(
                                    call,
                                    new CallEvent.Signalling(
                                            word.at(),
                                            word.sent(),
                                            word.summary(),
                                            word.peer(),
                                            Optional.of(word.leg()))),
                            Clock.systemUTC())) {
                front.start(call -> serve(call, story));
                System.out.println("port " + front.port());
                obey(Map.of("events", story.events()::get));
            }
        }
    }

    private static SipSettings settings() {
        return SipSettings.DEFAULT
                .addresses(InetAddress.ofLiteral("127.0.0.1"))
                .port(0)
                .callLimit(2_000)
                .messageRate(20_000);
    }

    /** What the switchboard writes of a call that is answered and hung up. */
    private static void serve(Call call, Story story) {
        Clock clock = Clock.systemUTC();
        story.append(
                call.id(),
                new CallEvent.Arrived(
                        clock.instant(), call.calling().text(), call.dialled().text(), call.account(), call.origin()));
        story.append(call.id(), new CallEvent.Answered(clock.instant(), "bench", "en"))
                .join();
        call.answer();
        try {
            while (true) {
                call.exchange(Frame.silence(call.rate()));
            }
        } catch (CallEnded end) {
            story.append(
                    call.id(),
                    new CallEvent.Ended(clock.instant(), new Ending.CallerHungUp(Ending.Where.IN_CONVERSATION)));
        }
    }

    private static void obey(Map<String, LongSupplier> answers) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            LongSupplier answer = order.equals("heap") ? SipBenchServer::heap : answers.getOrDefault(order, () -> 0);
            System.out.println(order + " " + answer.getAsLong());
        }
    }

    private static long heap() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
