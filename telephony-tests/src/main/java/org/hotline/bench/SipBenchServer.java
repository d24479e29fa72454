package org.hotline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.digest.Accounts;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.RtpSettings;
import org.hotline.call.sip.Ladder;
import org.hotline.call.sip.SipFront;
import org.hotline.call.sip.SipSettings;
import org.hotline.history.CallEvent;
import org.hotline.history.CallStore;
import org.hotline.history.Ending;
import org.hotline.history.jdbc.Database;
import org.hotline.history.jdbc.DatabaseSettings;
import org.hotline.history.jdbc.JdbcCallStore;

/** What {@code bench sip} measures, in its own process: our front with its journal, or the stack alone. */
public final class SipBenchServer {
    private SipBenchServer() {}

    /** Prints {@code port N}; answers each line {@code heap} with {@code heap N}; ends with its input. */
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("bare")) {
            System.out.println("port " + BareSip.start());
            obey();
            System.exit(0);
        }
        boolean journalled = arguments[0].equals("front");
        try (Database database = Database.open(DatabaseSettings.embedded(Path.of(arguments[1])));
                CallStore store = new JdbcCallStore(database, Path.of(arguments[1], "spool"));
                MediaEngine media = new MediaEngine(RtpSettings.DEFAULT);
                SipFront front = new SipFront(settings(), Accounts.NONE, media, Ladder.NONE, Clock.systemUTC())) {
            front.start(call -> serve(call, journalled ? Optional.of(store) : Optional.empty()));
            System.out.println("port " + front.port());
            obey();
        }
    }

    private static SipSettings settings() {
        return SipSettings.DEFAULT
                .addresses(InetAddress.ofLiteral("127.0.0.1"))
                .port(0)
                .callLimit(2_000)
                .messageRate(20_000);
    }

    private static void serve(Call call, Optional<CallStore> store) {
        Clock clock = Clock.systemUTC();
        store.ifPresent(journal -> journal.append(
                call.id(),
                new CallEvent.Arrived(
                        clock.instant(), call.calling().text(), call.dialled().text(), call.account(), call.origin())));
        store.ifPresent(journal -> journal.append(call.id(), new CallEvent.Answered(clock.instant(), "bench", "en"))
                .join());
        call.answer();
        try {
            while (true) {
                call.exchange(Frame.silence(call.rate()));
            }
        } catch (CallEnded end) {
            store.ifPresent(journal -> journal.append(
                    call.id(),
                    new CallEvent.Ended(clock.instant(), new Ending.CallerHungUp(Ending.Where.IN_CONVERSATION))));
        }
    }

    private static void obey() throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            ManagementFactory.getMemoryMXBean().gc();
            long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            System.out.println(order + " " + used);
        }
    }
}
