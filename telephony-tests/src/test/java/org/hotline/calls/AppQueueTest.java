package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hotline.asterisk.AppQueue;
import org.hotline.asterisk.AudioSocket;
import org.hotline.asterisk.Channel;
import org.hotline.asterisk.ManagerMessage;
import org.hotline.asterisk.ManagerPort;
import org.hotline.asterisk.ManagerUser;
import org.hotline.asterisk.PlacedCalls;
import org.hotline.asterisk.Release;
import org.hotline.audio.Frame;
import org.hotline.audio.Tone;
import org.hotline.history.CallEvent;
import org.hotline.history.CallStore;
import org.hotline.history.Cdr;
import org.hotline.history.Ending;
import org.hotline.phone.AsteriskPhone;
import org.hotline.phone.BadLine;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;
import org.hotline.supervision.Board;
import org.hotline.supervision.Board.Home;
import org.hotline.workbench.Trial;
import org.hotline.workbench.TrialSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asterisk's own queues on the board and in the records, against a manager interface played with the user that ships. */
class AppQueueTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String ALICE = "PJSIP/alice";
    private static final String BO = "Local/200@agents/n";
    private static final ManagerUser USER = ManagerUser.of(
            Path.of(System.getProperty("hotline.home", "..")).resolve("dialplans/asterisk/manager.conf"), "hotline");

    @TempDir
    Path data;

    private final ManagerPort port = new ManagerPort(Release.NEW, USER, AudioSocket.Pace.WHOLE);
    private final AppQueue asterisk =
            new AppQueue(port, "english").member(ALICE, "Alice", false).member(BO, "Bo", true);
    private Optional<Trial> hotline = Optional.empty();

    @BeforeEach
    void open() {
        hotline = Optional.of(begin());
        await().atMost(LONG)
                .until(() -> queue().isPresent() && board().silentSince().isEmpty());
    }

    private Trial begin() {
        return Hotline.ofItsOwn(TrialSettings.of(data, 0, 0, Hotline.KEYS_ONLY)
                .with(port)
                .sendingOn("900", "sip:payments@127.0.0.1:9"));
    }

    @AfterEach
    void close() {
        hotline.ifPresent(Trial::close);
        port.close();
    }

    @Test
    void callsAreSeenCountedAndRecorded() throws Exception {
        AppQueue.Guest first = asterisk.joins("5550701");
        AppQueue.Guest second = asterisk.joins("5550702");
        asterisk.ringsInVain(first, BO);
        asterisk.rings(first, ALICE);
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(queue().orElseThrow().waiting())
                    .extracting(Board.Waiting::offeredTo)
                    .containsExactly(Optional.of("Alice"), Optional.empty());
            assertThat(agent("Alice").state()).isEqualTo("offered");
        });
        asterisk.connects(first, ALICE);
        asterisk.abandons(second);
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(queue().orElseThrow().waiting()).isEmpty();
            assertThat(agent("Alice").state()).isEqualTo("talking");
            assertThat(board().calls()).extracting(Board.LiveCall::stage).containsExactly(Board.Stage.WITH_AGENT);
        });
        asterisk.completes(first, ALICE, Duration.ofSeconds(1), "agent");

        Cdr served = Hotline.recordOf(trial(), "5550701");
        assertThat(served.ending()).contains(new Ending.Completed(Ending.Where.WITH_AGENT));
        assertThat(served.agent()).contains("Alice");
        assertThat(served.queue()).contains("english");
        assertThat(trial().calls().events(served.id()))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "Arrived",
                        "Answered",
                        "QueueEntered",
                        "Offered",
                        "OfferReturned",
                        "Offered",
                        "AgentJoined",
                        "AgentLeft",
                        "Ended");
        AppQueue.Guest third = asterisk.joins("5550703");
        asterisk.timesOut(third);
        asterisk.hangsUp(third);
        assertThat(Hotline.recordOf(trial(), "5550703").ending()).contains(new Ending.Transferred("asterisk"));
        Cdr gone = Hotline.recordOf(trial(), "5550702");
        assertThat(gone.ending()).contains(new Ending.CallerHungUp(Ending.Where.IN_QUEUE));
        await().atMost(LONG).untilAsserted(() -> {
            Board.LiveQueue today = queue().orElseThrow();
            assertThat(List.of(today.offeredToday(), today.answeredToday(), today.abandonedToday()))
                    .containsExactly(3, 1, 1);
            assertThat(today.averageHandle()).isPresent();
        });
        assertThat(Supervisor.of(trial()).reads("/metrics"))
                .contains("queue_answered_today{home=\"asterisk\",queue=\"english\"} 1.0")
                .contains("queue_service_level_ratio{home=\"asterisk\",queue=\"english\"}")
                .contains("agents{home=\"asterisk\",state=\"available\"} 2.0");
    }

    @Test
    void itsQueueLogIsExportedAsAsteriskWouldHaveWrittenIt() throws Exception {
        Supervisor pages = Supervisor.of(trial());
        AppQueue.Guest served = asterisk.joins("5550741");
        asterisk.ringsInVain(served, BO);
        asterisk.rings(served, ALICE);
        asterisk.connects(served, ALICE);
        asterisk.completes(served, ALICE, Duration.ofSeconds(1), "agent");
        AppQueue.Guest leaves = asterisk.joins("5550742");
        asterisk.rings(leaves, ALICE);
        asterisk.connects(leaves, ALICE);
        asterisk.completes(leaves, ALICE, Duration.ofSeconds(1), "caller");
        asterisk.abandons(asterisk.joins("5550743"));
        for (Consumer<AppQueue.Guest> way :
                List.<Consumer<AppQueue.Guest>>of(asterisk::timesOut, asterisk::leavesByKey, asterisk::findsNobody)) {
            AppQueue.Guest guest = asterisk.joins("5550744");
            way.accept(guest);
            asterisk.hangsUp(guest);
        }
        assertThat(pages.sets("asterisk.PJSIP-alice", "on-break")).isEqualTo(204);
        await().atMost(LONG).until(() -> agent("Alice").state().equals("on-break"));
        assertThat(pages.sets("asterisk.PJSIP-alice", "available")).isEqualTo(204);
        await().atMost(LONG).until(() -> agent("Alice").state().equals("available"));
        assertThat(pages.sets("asterisk.Local-200-agents-n", "signed-out")).isEqualTo(204);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(log(pages.reads("/api/exports/queue-log.csv")))
                        .containsExactlyInAnyOrder(
                                "Bo ADDMEMBER",
                                "NONE ENTERQUEUE",
                                "Bo RINGNOANSWER",
                                "Alice CONNECT",
                                "Alice COMPLETEAGENT",
                                "NONE ENTERQUEUE",
                                "Alice CONNECT",
                                "Alice COMPLETECALLER",
                                "NONE ENTERQUEUE",
                                "NONE ABANDON",
                                "NONE ENTERQUEUE",
                                "NONE EXITWITHTIMEOUT",
                                "NONE ENTERQUEUE",
                                "NONE EXITWITHKEY",
                                "NONE ENTERQUEUE",
                                "NONE EXITEMPTY",
                                "Alice PAUSE",
                                "Alice UNPAUSE",
                                "Bo REMOVEMEMBER"));
    }

    /** Agent and event of each line of this queue. */
    private static List<String> log(String csv) {
        return csv.lines()
                .map(line -> line.split(",", -1))
                .filter(fields -> fields[2].equals("english"))
                .map(fields -> fields[3] + " " + fields[4])
                .toList();
    }

    @Test
    void agentsArePausedAndRemovedFromTheBoard() throws Exception {
        Supervisor pages = Supervisor.of(trial());
        assertThat(pages.sets("asterisk.PJSIP-alice", "on-break")).isEqualTo(204);
        await().atMost(LONG).until(() -> agent("Alice").state().equals("on-break"));
        assertThat(pages.sets("asterisk.PJSIP-alice", "available")).isEqualTo(204);
        await().atMost(LONG).until(() -> agent("Alice").state().equals("available"));
        assertThat(pages.sets("asterisk.PJSIP-alice", "signed-out"))
                .as("a member by configuration stays")
                .isEqualTo(409);
        assertThat(pages.sets("asterisk.Local-200-agents-n", "signed-out")).isEqualTo(204);
        await().atMost(LONG)
                .until(() -> board().agents().stream()
                        .noneMatch(agent -> agent.displayName().equals("Bo") && agent.home() == Home.ASTERISK));
        assertThat(pages.sets("asterisk.nobody", "available")).isEqualTo(404);
    }

    @Test
    void callsAreHeardAndHungUpFromTheBoard() throws Exception {
        PlacedCalls placed = new PlacedCalls(port, () -> trial().asterisk());
        AppQueue.Guest talking = asterisk.joins("5550731");
        asterisk.rings(talking, ALICE);
        asterisk.connects(talking, ALICE);
        await().atMost(LONG).until(() -> board().calls().size() == 1);
        String call = board().calls().getFirst().id().text();
        Supervisor pages = Supervisor.of(trial());
        try (InputStream heard = pages.hears(call)) {
            Channel spy = placed.spies(LONG);
            assertThat(placed.spied()).containsExactly("ChanSpy(" + talking.channel() + ",qES)");
            CompletableFuture<Boolean> loud = CompletableFuture.supplyAsync(() -> isLoud(heard));
            Frame tone = Tone.sine(1_000, 8_000, Duration.ofMillis(20), 8_000)
                    .frames()
                    .getFirst();
            await().atMost(LONG).until(() -> {
                spy.say(tone);
                return loud.isDone();
            });
            assertThat(loud.join()).isTrue();
            spy.hangUp();
        }
        assertThat(pages.hangsUp(call))
                .as("the played Asterisk does not know this channel")
                .isEqualTo(409);
        assertThat(port.asked("Hangup"))
                .extracting(asked -> asked.get("Channel"))
                .contains(talking.uniqueId());
        assertThat(pages.hangsUp("0000abcd")).isEqualTo(404);
    }

    @Test
    void aCallThatWeTalkedToAndTheQueueOfItsAsteriskAreLinked() throws Exception {
        try (AsteriskPhone phone = trial().caller(trial().asterisk(), Language.ENGLISH, BadLine.perfect())) {
            phone.dials("4000").hearsThemOut().presses("0").isHungUpOn(LONG);
            assertThat(phone.channel().left().orTimeout(40, TimeUnit.SECONDS).join())
                    .startsWith("Queue(english");
            asterisk.abandons(asterisk.joins(phone.channel()));
        }
        Cdr ours = await().atMost(LONG)
                .until(
                        () -> Hotline.calls(trial()).stream()
                                .filter(cdr -> cdr.dialled().equals("4000")
                                        && cdr.ending().isPresent())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        Cdr theirs = Hotline.calls(trial()).stream()
                .filter(cdr -> cdr.dialplan().equals("asterisk"))
                .findFirst()
                .orElseThrow();
        Supervisor pages = Supervisor.of(trial());
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(pages.reads("/api/calls/" + ours.id())).contains("\"related\":[\"" + theirs.id() + "\"]");
            assertThat(pages.reads("/api/calls/" + theirs.id())).contains("\"related\":[\"" + ours.id() + "\"]");
        });
        assertThat(ours.ending()).contains(new Ending.Transferred("queue:english"));
    }

    @Test
    void aSupervisorWhispersToAnAgentAndJoinsByTheOwnPhone() throws Exception {
        PlacedCalls placed = new PlacedCalls(port, () -> trial().asterisk());
        AppQueue.Guest talking = asterisk.joins("5550751");
        asterisk.rings(talking, ALICE);
        asterisk.connects(talking, ALICE);
        await().atMost(LONG)
                .until(() -> board().calls().stream().anyMatch(call -> call.stage() == Board.Stage.WITH_AGENT));
        String call = board().calls().getFirst().id().text();
        Supervisor pages = Supervisor.withPhoneOf(trial(), "bo");
        try (Softphone bo = trial().agent("bo", Language.ENGLISH)) {
            for (String how : List.of("whisper", "join")) {
                assertThat(pages.posts("/api/calls/" + call + "/" + how, "")).isEqualTo(202);
                PhoneCall supervisor = bo.rings(LONG).answers();
                Channel spy = placed.spies(LONG);
                await().atMost(LONG).until(spy::isConnected);
                spy.hangUp(); // as when the talk is over
                supervisor.isHungUpOn(LONG);
            }
        }
        assertThat(placed.spied())
                .as("into the agent's channel, heard by the agent, then by both")
                .containsExactly("ChanSpy(PJSIP/alice-0000000a,qESw)", "ChanSpy(PJSIP/alice-0000000a,qESB)");
        AppQueue.Guest waiting = asterisk.joins("5550752");
        await().atMost(LONG).until(() -> board().calls().size() == 2);
        String other = board().calls().getLast().id().text();
        assertThat(pages.posts("/api/calls/" + other + "/whisper", ""))
                .as("nobody talks to them")
                .isEqualTo(409);
        asterisk.abandons(waiting);
    }

    @Test
    void aSupervisorSendsCallersOnAndLetsAgentsAnnounceThem() throws Exception {
        for (String action : List.of("Setvar", "Redirect", "Atxfer")) {
            port.on(action, asked -> List.of(ManagerMessage.of("Response", "Success", "Message", "Done")));
        }
        AppQueue.Guest talking = asterisk.joins("5550761");
        asterisk.rings(talking, ALICE);
        asterisk.connects(talking, ALICE);
        await().atMost(LONG)
                .until(() -> board().calls().stream().anyMatch(call -> call.stage() == Board.Stage.WITH_AGENT));
        String call = "/api/calls/" + board().calls().getFirst().id().text() + "/transfer";
        Supervisor pages = Supervisor.of(trial());
        assertThat(pages.reads("/api/transfers")).isEqualTo("{\"targets\":[\"900\"]}");
        assertThat(pages.posts(call, "{\"to\":\"900\",\"how\":\"attended\"}")).isEqualTo(202);
        assertThat(port.asked("Atxfer")).singleElement().satisfies(asked -> {
            assertThat(asked.get("Channel")).isEqualTo("PJSIP/alice-0000000a");
            assertThat(asked.get("Exten")).isEqualTo("900");
            assertThat(asked.get("Context")).isEqualTo("ivr-attended");
        });
        assertThat(pages.posts(call, "{\"to\":\"900\",\"how\":\"blind\"}")).isEqualTo(202);
        assertThat(port.asked("Setvar")).singleElement().satisfies(asked -> {
            assertThat(asked.get("Channel")).isEqualTo(talking.uniqueId());
            assertThat(asked.get("Variable")).isEqualTo("IVR_TARGET");
            assertThat(asked.get("Value")).isEqualTo("sip:payments@127.0.0.1:9");
        });
        assertThat(port.asked("Redirect")).singleElement().satisfies(asked -> {
            assertThat(asked.get("Channel")).isEqualTo(talking.uniqueId());
            assertThat(asked.get("Context")).isEqualTo("ivr-transfer");
            assertThat(asked.get("Exten")).isEqualTo("s");
        });
        assertThat(pages.posts(call, "{\"to\":\"901\",\"how\":\"blind\"}"))
                .as("nowhere but to configured places")
                .isEqualTo(409);
    }

    private static boolean isLoud(InputStream heard) {
        try {
            byte[] samples = heard.readNBytes(2);
            while (samples.length == 2 && Math.abs(samples[0]) < 16) {
                samples = heard.readNBytes(2);
            }
            return samples.length == 2;
        } catch (IOException gone) {
            return false;
        }
    }

    @Test
    void anAsteriskThatDiesIsSilentAndNotEmpty() {
        AppQueue.Guest talking = asterisk.joins("5550711");
        asterisk.rings(talking, ALICE);
        asterisk.connects(talking, ALICE);
        asterisk.joins("5550712");
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(queue().orElseThrow().waiting()).hasSize(1);
            assertThat(agent("Alice").state()).isEqualTo("talking");
        });
        asterisk.dies();
        await().atMost(LONG).until(() -> board().silentSince().isPresent());
        assertThat(queue().orElseThrow().waiting()).as("as it was").hasSize(1);
        asterisk.isBack();
        await().atMost(LONG).until(() -> board().silentSince().isEmpty());
        await().atMost(LONG).until(() -> queue().orElseThrow().waiting().isEmpty());
        AppQueue.Guest next = asterisk.joins("5550713");
        asterisk.abandons(next);
        assertThat(Hotline.recordOf(trial(), "5550711").ending()).contains(new Ending.Interrupted());
        assertThat(Hotline.recordOf(trial(), "5550712").ending()).contains(new Ending.Interrupted());
        assertThat(Hotline.recordOf(trial(), "5550713").ending())
                .contains(new Ending.CallerHungUp(Ending.Where.IN_QUEUE));
        await().atMost(LONG).untilAsserted(() -> {
            Board.LiveQueue today = queue().orElseThrow();
            assertThat(List.of(
                            today.offeredToday(), today.answeredToday(), today.abandonedToday(), today.unseenToday()))
                    .containsExactly(3, 1, 1, 1);
        });
    }

    @Test
    void aHotlineThatBeginsAnewGoesOnWithTheSameCalls() {
        AppQueue.Guest waits = asterisk.joins("5550721");
        AppQueue.Guest hangsUp = asterisk.joins("5550722");
        await().atMost(LONG).until(() -> queue().orElseThrow().waiting().size() == 2);
        hotline.ifPresent(Trial::close);
        asterisk.abandons(hangsUp);
        hotline = Optional.of(begin());
        await().atMost(LONG)
                .until(() -> queue().filter(some -> some.waiting().size() == 1).isPresent());
        assertThat(queue().orElseThrow().offeredToday()).isEqualTo(2);
        asterisk.rings(waits, ALICE);
        asterisk.connects(waits, ALICE);
        asterisk.completes(waits, ALICE, Duration.ofSeconds(1), "caller");
        Cdr served = Hotline.recordOf(trial(), "5550721");
        assertThat(served.ending()).contains(new Ending.CallerHungUp(Ending.Where.WITH_AGENT));
        assertThat(trial().calls().list(CallStore.Filter.newest(10))).hasSize(2);
        assertThat(trial().calls().events(served.id()).stream().filter(CallEvent.QueueEntered.class::isInstance))
                .hasSize(1);
        assertThat(Hotline.recordOf(trial(), "5550722").ending()).contains(new Ending.Interrupted());
    }

    private Trial trial() {
        return hotline.orElseThrow();
    }

    private Board board() {
        return trial().house().board().now();
    }

    private Optional<Board.LiveQueue> queue() {
        return board().queues().stream()
                .filter(queue -> queue.home() == Home.ASTERISK && queue.name().equals("english"))
                .findFirst();
    }

    private Board.LiveAgent agent(String display) {
        return board().agents().stream()
                .filter(agent ->
                        agent.home() == Home.ASTERISK && agent.displayName().equals(display))
                .findFirst()
                .orElseThrow();
    }
}
