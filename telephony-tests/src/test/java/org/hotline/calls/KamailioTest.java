package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.hotline.history.CallStore;
import org.hotline.history.Ending;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;
import org.hotline.workbench.Trial;
import org.hotline.workbench.TrialSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two Hotlines behind a Kamailio, by the configuration that ships. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("kamailio")
class KamailioTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String CALLER = "5550160";

    @TempDir
    private Path home;

    private List<Trial> hotlines = List.of();

    @BeforeEach
    void open() throws Exception {
        Hotline.needs("kamailio");
        TrialSettings settings = TrialSettings.of(folder("one"), 0, 0, Hotline.KEYS_ONLY);
        Trial one = new Trial(settings);
        hotlines = List.of(one);
        Trial two = new Trial(settings.in(folder("two")));
        hotlines = List.of(one, two);
    }

    @AfterEach
    void close() {
        hotlines.forEach(Trial::close);
    }

    @Test
    void aCallerWhoseHotlineIsGoneIsServedByTheOther() throws Exception {
        try (Kamailio front = new Kamailio(home, hotlines);
                Softphone phone = Softphone.towards(front.sip()).showing(CALLER).build()) {
            phone.dials("4000")
                    .waits(Duration.ofSeconds(1))
                    .presses("6")
                    .waits(Duration.ofSeconds(2))
                    .presses("25")
                    .isHungUpOn(LONG);
            Trial first = theOneThat(hotline -> calls(hotline) == 1);
            phone.dials("4000").waits(Duration.ofSeconds(1)).hangsUp();
            assertThat(calls(first)).as("a number stays with its Hotline").isEqualTo(2);
            assertThat(Hotline.recordOf(first, CALLER).ending())
                    .contains(new Ending.CallerHungUp(Ending.Where.IN_CONVERSATION));

            first.close();
            phone.dials("4000").waits(Duration.ofSeconds(1)).hangsUp();
            assertThat(calls(hotlines.get(1 - hotlines.indexOf(first)))).isEqualTo(1);
        }
    }

    private Trial theOneThat(Predicate<Trial> is) {
        return await().atMost(LONG)
                .until(() -> hotlines.stream().filter(is).toList(), found -> found.size() == 1)
                .getFirst();
    }

    private static boolean hasAlice(Trial hotline) {
        return hotline.house().board().now().agents().stream()
                .anyMatch(agent -> agent.name().equals("alice") && agent.state().equals("available"));
    }

    private static long calls(Trial hotline) {
        return hotline.calls().list(CallStore.Filter.newest(20)).stream()
                .filter(cdr -> cdr.calling().equals(CALLER))
                .count();
    }

    @Test
    void anAgentsPhoneRegistersThroughItAndIsRung() throws Exception {
        Hotline.needs("baresip");
        String password = hotlines.getFirst().password("alice");
        try (Kamailio front = new Kamailio(home, hotlines);
                ForeignPhone phone = Baresip.registered(folder("alice"), front.sip(), "alice", password)) {
            phone.dials("*10").close();
            phone.isHungUpOn(LONG);
            Trial hers = theOneThat(KamailioTest::hasAlice);
            try (Softphone callers =
                    hers.caller(Language.ENGLISH).showing("5550161").build()) {
                PhoneCall call =
                        callers.dials("4000").waits(Duration.ofSeconds(1)).presses("0");
                phone.answers(LONG).close();
                await("the caller hears the agent")
                        .atMost(LONG)
                        .until(() -> Ear.hearsTone(Ear.lately(call.heardSound()), Baresip.TONE));
                call.hangsUp();
                phone.isHungUpOn(LONG);
            }
            assertThat(Hotline.recordOf(hers, "5550161").ending())
                    .contains(new Ending.CallerHungUp(Ending.Where.WITH_AGENT));
        }
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(home.resolve(name));
    }
}
