package org.hotline.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hotline.access.AuditLog;
import org.hotline.call.CallId;
import org.hotline.supervision.Board;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The pages in a real browser against the real web server. The scenarios are in {@code src/main/web/browser}; what they ask
 * of the server's side ("@enters vip x") is done here.
 */
@Tag("slow")
class BrowserTest {
    private static final Path WEB = Path.of("src/main/web").toAbsolutePath();
    private static final Optional<Path> CHROMIUM = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();

    private SampleCentre centre;
    private HalfOpenLine line;

    @BeforeAll
    static void build() throws Exception {
        assumeTrue(CHROMIUM.isPresent(), "no browser tests: install chromium");
        assumeTrue(finishes("node", "--version"), "no browser tests: install Node.js");
        Path pages = Path.of(Objects.requireNonNull(BrowserTest.class.getResource("/openapi.yaml"))
                        .toURI())
                .resolveSibling("web");
        assertThat(finishes("sh", WEB.resolve("build.sh").toString(), pages.toString()))
                .isTrue();
        assumeTrue(Files.exists(pages.resolve("index.html")), "no browser tests: install npm");
    }

    private static boolean finishes(String... command) throws InterruptedException {
        try {
            // Surefire speaks with this JVM by its standard streams: no child may have them.
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    @BeforeEach
    void open() {
        centre = new SampleCentre().start();
        line = new HalfOpenLine(centre.server.port());
    }

    @AfterEach
    void close() {
        line.close();
        centre.close();
    }

    @Test
    void loggingInAndSwitchingTheLanguage() throws Exception {
        play("login");
    }

    @Test
    void theBoardFollowsTheServerWithinASecond() throws Exception {
        play("board");
    }

    @Test
    void asterisksQueuesStandBesideOurs() throws Exception {
        play("elsewhere");
    }

    @Test
    void aSilentLineMakesTheBoardOldAndStopsItsTimers() throws Exception {
        play("staleness");
    }

    @Test
    void waveformWordsAndAddressMoveTogether() throws Exception {
        play("call");
    }

    @Test
    void aRecordingPlaysOnWhenItIsArchivedMeanwhile() throws Exception {
        play("archiving");
    }

    @Test
    void aHitPlaysAtItsPlace() throws Exception {
        play("search");
    }

    @Test
    void everyPageSpeaksBothLanguages() throws Exception {
        play("languages");
    }

    @Test
    void everythingWorksWithoutAMouse() throws Exception {
        play("keyboard");
    }

    @Test
    void anAgentSeesWhyTheyCall() throws Exception {
        play("desk");
    }

    @Test
    void usersComeAndGoAndTheLogTells() throws Exception {
        play("users");
    }

    @Test
    void aTrainerWorksByKeys() throws Exception {
        play("training");
    }

    @Test
    void nobodyIsKeptOutByThePages() throws Exception {
        play("accessibility");
    }

    private void play(String scenario) throws Exception {
        Process browser = new ProcessBuilder(
                        "node",
                        WEB.resolve("browser/run.mjs").toString(),
                        scenario,
                        "http://127.0.0.1:" + line.port(),
                        CHROMIUM.orElseThrow().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String last = "nothing";
        try (BufferedReader said = browser.inputReader(StandardCharsets.UTF_8);
                PrintStream answers = new PrintStream(browser.getOutputStream(), true, StandardCharsets.UTF_8)) {
            for (String words = said.readLine(); words != null; words = said.readLine()) {
                last = words;
                if (words.startsWith("@")) {
                    answers.println(doAs(List.of(words.substring(1).split(" ", 3))));
                }
            }
        } finally {
            browser.destroy();
        }
        assertThat(last).isEqualTo("passed");
    }

    private String doAs(List<String> asked) {
        Board board = centre.board.now();
        switch (asked.getFirst()) {
            case "enters" -> centre.board.enters(asked.get(1), new CallId(asked.get(2)));
            case "hears" -> centre.board.show(withCall(board, asked.get(1), asked.get(2)));
            case "ends" -> centre.board.show(withoutCall(board, asked.get(1)));
            case "archives" -> centre.recordings.archive();
            case "observes" -> centre.board.show(SampleElsewhere.besides(board, Optional.empty()));
            case "observes-nothing" ->
                centre.board.show(
                        SampleElsewhere.besides(board, Optional.of(Instant.now().minusSeconds(3))));
            case "silence" -> line.silence(true);
            case "speak" -> line.silence(false);
            case "asked" -> {
                return centre.controls.asked.isEmpty() ? "nothing" : centre.controls.asked.getLast();
            }
            case "listened" -> {
                return Long.toString(centre.audit.newest(100).stream()
                        .filter(entry -> entry.action() == AuditLog.Action.HEARD_RECORDING)
                        .count());
            }
            default -> throw new AssertionError("the scenario asks for " + asked);
        }
        return "done";
    }

    private static Board withoutCall(Board board, String id) {
        return new Board(
                Instant.now(),
                board.calls().stream()
                        .filter(call -> !call.id().text().equals(id))
                        .toList(),
                board.queues(),
                board.agents(),
                board.silentSince());
    }

    private static Board withCall(Board board, String id, String words) {
        return new Board(
                Instant.now(),
                board.calls().stream()
                        .map(call -> call.id().text().equals(id) ? saying(call, words) : call)
                        .toList(),
                board.queues(),
                board.agents(),
                board.silentSince());
    }

    private static Board.LiveCall saying(Board.LiveCall call, String words) {
        return SampleBoard.call(call.id(), call.calling(), call.language(), call.stage(), call.since(), "")
                .build(List.of(
                        call.transcript().getFirst(),
                        new Board.Line(call.transcript().getLast().at(), "caller", words, true)));
    }
}
