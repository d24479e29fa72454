package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotline.asterisk.ManagerPort;
import org.hotline.bench.ScratchFolder;
import org.hotline.call.Call;
import org.hotline.history.CallEvent;
import org.hotline.history.CallStore;
import org.hotline.history.Cdr;
import org.hotline.workbench.Trial;
import org.hotline.workbench.TrialSettings;

/** The hotline that all telephone tests of one run call: started with the first, stopped with the JVM. */
final class Hotline {
    private static final Duration LONG = Duration.ofSeconds(90);

    /** A port where somebody may wait for calls that are sent on. */
    static final int PAYMENTS_PORT = FreePort.find();

    /** What the number 900 stands for. */
    static final String PAYMENTS = "sip:payments@127.0.0.1:" + PAYMENTS_PORT;

    private static Optional<Trial> running = Optional.empty();

    /** A setting with which nothing is recognised: callers use keys, and the hotline starts at once. */
    static final String KEYS_ONLY = "speech: { servers: { en: \"ws://127.0.0.1:9\", zh: \"ws://127.0.0.1:9\" } }\n";

    private Hotline() {}

    /** A hotline of its own for a test that harms it. */
    static Trial ofItsOwn(Path data, String settings) {
        return ofItsOwn(TrialSettings.of(data, 0, 0, KEYS_ONLY + settings));
    }

    /** A hotline of its own with these settings. */
    static Trial ofItsOwn(TrialSettings settings) {
        try {
            return new Trial(settings);
        } catch (Exception failed) {
            throw new AssertionError("the hotline did not start", failed);
        }
    }

    /** One whose agent Chen has a phone of this Asterisk. */
    static Trial ofItsOwn(Path data, ManagerPort manager, String endpoint) {
        return ofItsOwn(TrialSettings.of(data, 0, 0, KEYS_ONLY).withChen(manager, endpoint));
    }

    static synchronized Trial open() {
        if (running.isEmpty()) {
            running = Optional.of(start());
        }
        return running.get();
    }

    /** One that understands speech. */
    static Trial start() {
        try {
            ScratchFolder data = ScratchFolder.made("hotline-calls");
            Trial trial = new Trial(TrialSettings.of(data.path(), 0, 0, "").sendingOn("900", PAYMENTS));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(trial, data)));
            assertThat(trial.house().awaitReady(LONG))
                    .as("recognizers are ready")
                    .isTrue();
            return trial;
        } catch (Exception failed) {
            throw new AssertionError("the hotline did not start", failed);
        }
    }

    /** The last thing of all tests: nothing of theirs stays in the folder for temporary files. */
    private static void end(Trial trial, ScratchFolder data) {
        trial.close();
        try {
            data.close();
        } catch (IOException left) {
            System.err.println("the tests leave " + data.path() + ": " + left);
        }
    }

    /** Where its pages are. */
    static String pages() {
        return told("  pages +(\\S+)");
    }

    /** The administrator's password, as it was printed at the start. */
    static String adminPassword() {
        return told(".*password of admin on the pages: (\\S+).*");
    }

    private static String told(String line) {
        return open().house().welcome().stream()
                .flatMap(said -> Pattern.compile(line).matcher(said).results())
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** The newest call to this number from this moment on, once it has its ending. */
    static Cdr recordOf(String dialled, List<Cdr> before) {
        return recordOf(open(), dialled, before);
    }

    /** The same of a hotline of its own. */
    static Cdr recordOf(Trial hotline, String dialled, List<Cdr> before) {
        List<String> known = before.stream().map(cdr -> cdr.id().text()).toList();
        return ended(
                hotline,
                cdr -> cdr.dialled().equals(dialled) && !known.contains(cdr.id().text()));
    }

    /** The newest call of the one who shows this number, once it has its ending. */
    static Cdr recordOf(Trial hotline, String calling) {
        return ended(hotline, cdr -> cdr.calling().equals(calling));
    }

    private static Cdr ended(Trial hotline, Predicate<Cdr> wanted) {
        return await().atMost(LONG)
                .ignoreExceptions() // the database may be away for a while
                .until(
                        () -> hotline.calls().list(CallStore.Filter.newest(20)).stream()
                                .filter(wanted)
                                .filter(cdr -> cdr.ending().isPresent())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The calls so far. */
    static List<Cdr> calls() {
        return calls(open());
    }

    /** The same of a hotline of its own. */
    static List<Cdr> calls(Trial hotline) {
        return hotline.calls().list(CallStore.Filter.newest(100));
    }

    /** What the hotline understood, a turn an item; empty texts for keys and silence. */
    static List<String> understood(Cdr cdr) {
        return understood(open(), cdr);
    }

    /** The same of a hotline of its own. */
    static List<String> understood(Trial hotline, Cdr cdr) {
        return hotline.calls().events(cdr.id()).stream()
                .flatMap(event -> event instanceof CallEvent.TurnTaken turn ? Stream.of(turn.heard()) : Stream.empty())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The words of signalling of a call: sent, received; the agent's leg with two arrows. */
    static List<String> ladder(Trial hotline, Cdr cdr) {
        return hotline.calls().events(cdr.id()).stream()
                .filter(CallEvent.Signalling.class::isInstance)
                .map(CallEvent.Signalling.class::cast)
                .map(word -> (word.sent() ? ">" : "<")
                                .repeat(word.leg().equals(Optional.of(Call.Direction.OUTBOUND)) ? 2 : 1)
                        + " " + word.summary())
                .toList();
    }

    /** Skips a test whose program is not on this machine, and says so. */
    static void needs(String program) {
        boolean there = Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        assumeTrue(there, program + " is not installed: this test is skipped");
    }
}
