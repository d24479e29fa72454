package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hotline.Main;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.audio.Resampler;
import org.hotline.audio.Wav;
import org.hotline.history.CallEvent;
import org.hotline.history.Cdr;
import org.hotline.history.Ending;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;
import org.hotline.supervision.Board;
import org.hotline.workbench.Trial;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Phones that vanish, and agents who never take a call. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("agents")
class PhoneFaultsTest {
    private static final Duration LONG = Duration.ofSeconds(40);
    /** Bytes of mu-law: two seconds. */
    private static final long A_SENTENCE = 16_000;

    private static final String IMPATIENT = """
            media: { media-timeout: 3s }
            queues:
              english: { language: en, offer-timeout: 3s, wrap-up: 1s }
              mandarin: { language: zh, offer-timeout: 3s, max-wait: 4s }
            """;

    @TempDir
    static Path data;

    private static Trial hotline;

    @BeforeAll
    static void open() {
        hotline = Hotline.ofItsOwn(data, IMPATIENT);
    }

    @AfterAll
    static void close() {
        hotline.close();
    }

    @Test
    void whoRejectsForEverIsSentOnBreakAndTheCallerGoesToTheNext() {
        try (Softphone alice = atWork("alice", Language.ENGLISH);
                Softphone bo = hotline.agent("bo", Language.ENGLISH);
                Softphone phone = caller("5550201")) {
            alice.isBusy(true);
            PhoneCall call = waits(phone);
            await().atMost(LONG).until(() -> state("alice").equals("on-break"));
            assertThat(call.isOver()).as("the caller still waits").isFalse();
            tells(bo, "*10", true);
            PhoneCall offered = bo.rings(LONG).answers();
            Ear.joins(call, offered, 440);
            offered.hangsUp();
            call.isHungUpOn(LONG);
            goHome(alice, bo);
        }
        Cdr cdr = Hotline.recordOf(hotline, "5550201");
        List<CallEvent> story = hotline.calls().events(cdr.id());
        assertThat(story.stream()
                        .filter(event -> event instanceof CallEvent.OfferReturned no
                                && no.agent().equals("alice")
                                && no.why().equals("rejected")))
                .as("three times and no more")
                .hasSize(3);
        assertThat(story.stream().filter(CallEvent.QueueEntered.class::isInstance))
                .as("the caller kept the place")
                .hasSize(1);
        assertThat(cdr.agent()).contains("bo");
        assertThat(cdr.ending()).contains(new Ending.Completed(Ending.Where.WITH_AGENT));
    }

    @Test
    void whoIsTakenByNobodyMayLeaveAMessage() throws IOException {
        try (Softphone bo = atWork("bo", Language.MANDARIN);
                Softphone phone =
                        hotline.caller(Language.MANDARIN).showing("5550202").build()) {
            bo.isBusy(true);
            PhoneCall call = phone.dials("4001").presses("0");
            await().atMost(LONG)
                    .until(() -> hotline.house().board().now().calls().stream()
                            .anyMatch(line -> line.stage() == Board.Stage.IN_VOICEMAIL));
            call.plays(somebodySpeaking()).presses("#").isHungUpOn(LONG);
            goHome(bo);
        }
        Cdr cdr = Hotline.recordOf(hotline, "5550202");
        assertThat(hotline.calls().events(cdr.id()))
                .anyMatch(event ->
                        event instanceof CallEvent.QueueLeft left && left.why().equals("waited-too-long"))
                .anyMatch(CallEvent.VoicemailLeft.class::isInstance);
    }

    @Test
    void anAgentsPhoneThatDiesWhileItRingsIsLeftForTheNext() {
        try (Softphone alice = atWork("alice", Language.ENGLISH);
                Softphone bo = atWork("bo", Language.ENGLISH);
                Softphone phone = caller("5550203")) {
            PhoneCall call = waits(phone);
            alice.rings(LONG);
            alice.dies();
            PhoneCall offered = bo.rings(LONG).answers();
            Ear.joins(call, offered, 440);
            call.hangsUp();
            offered.isHungUpOn(LONG);
            goHome(alice, bo);
        }
        Cdr cdr = Hotline.recordOf(hotline, "5550203");
        assertThat(cdr.agent()).contains("bo");
        assertThat(hotline.calls().events(cdr.id()))
                .anyMatch(event -> event instanceof CallEvent.OfferReturned no
                        && no.agent().equals("alice")
                        && no.why().equals("no-answer"));
    }

    @Test
    void anAgentsPhoneThatDiesInATalkPutsTheCallerBackIntoTheQueue() {
        try (Softphone alice = atWork("alice", Language.ENGLISH);
                Softphone bo = hotline.agent("bo", Language.ENGLISH);
                Softphone phone = caller("5550204")) {
            PhoneCall call = waits(phone);
            PhoneCall first = alice.rings(LONG).answers();
            Ear.joins(call, first, 440);
            tells(bo, "*10", true);
            alice.dies();
            PhoneCall second = bo.rings(LONG).answers();
            Ear.joins(call, second, 620);
            second.hangsUp();
            call.isHungUpOn(LONG);
            goHome(alice, bo);
        }
        Cdr cdr = Hotline.recordOf(hotline, "5550204");
        assertThat(hotline.calls().events(cdr.id()).stream().filter(CallEvent.AgentJoined.class::isInstance))
                .hasSize(2);
        assertThat(cdr.ending()).contains(new Ending.Completed(Ending.Where.WITH_AGENT));
    }

    @Test
    void aCallerWhoVanishesIsNoticedAndTheAgentIsLetGo() {
        try (Softphone alice = atWork("alice", Language.ENGLISH);
                Softphone talking = caller("5550205");
                Softphone asked = caller("5550206")) {
            asked.dials("4000");
            asked.dies();
            PhoneCall call = waits(talking);
            PhoneCall offered = alice.rings(LONG).answers();
            Ear.joins(call, offered, 440);
            talking.dies();
            offered.isHungUpOn(LONG);
            goHome(alice);
        }
        assertThat(Hotline.recordOf(hotline, "5550205").ending()).hasValueSatisfying(PhoneFaultsTest::isLost);
        assertThat(Hotline.recordOf(hotline, "5550206").ending()).hasValueSatisfying(PhoneFaultsTest::isLost);
    }

    private static void isLost(Ending ending) {
        assertThat(ending).isInstanceOf(Ending.LineLost.class);
    }

    private static Softphone caller(String number) {
        return hotline.caller(Language.ENGLISH).showing(number).build();
    }

    /** Dials and asks for a colleague. */
    private static PhoneCall waits(Softphone phone) {
        PhoneCall call = phone.dials("4000").presses("0");
        await().atMost(LONG)
                .until(() -> hotline.house().board().now().queues().stream()
                        .anyMatch(queue -> queue.name().equals("english")
                                && !queue.waiting().isEmpty()));
        return call;
    }

    private static String state(String agent) {
        return hotline.house().board().now().agents().stream()
                .filter(one -> one.name().equals(agent))
                .map(Board.LiveAgent::state)
                .findFirst()
                .orElseThrow();
    }

    /** The phone of an agent who has signed in. */
    private static Softphone atWork(String agent, Language language) {
        return tells(hotline.agent(agent, language), "*10", true);
    }

    /** Dials a code and hangs up as soon as it has worked, without waiting for what is said then. */
    private static Softphone tells(Softphone phone, String code, boolean atWork) {
        PhoneCall call = phone.dials(code);
        await().atMost(LONG).until(() -> !state(phone.user()).equals("signed-out") == atWork);
        call.hangsUp();
        return phone;
    }

    /** Leaves nothing behind for the next test, neither an agent at work nor a phone that could ring. */
    private static void goHome(Softphone... agents) {
        for (Softphone agent : agents) {
            tells(agent.revives().isBusy(false), "*11", false);
            agent.unregisters();
        }
    }

    /** A shipped prompt stands for somebody's words. */
    private static Pcm somebodySpeaking() throws IOException {
        try (Stream<Path> prompts = Files.list(Main.home().resolve("dialplans/shop-zh/prompts"))) {
            Path sentence = prompts.filter(file -> file.toString().endsWith(".wav"))
                    .filter(file -> file.toFile().length() > A_SENTENCE)
                    .min(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
            return Resampler.convert(Wav.read(sentence), Frame.TELEPHONE_RATE);
        }
    }
}
