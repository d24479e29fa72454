package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;
import org.hotline.workbench.TrialSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A machine on which nothing can speak free text: all that the samples and the switchboard say ships as sound. */
@Execution(ExecutionMode.CONCURRENT)
class WithoutSynthesizerTest {
    private static final Duration LONG = Duration.ofSeconds(40);

    @TempDir
    Path data;

    @Test
    void callersAndAgentsHearWordsAndNotABeep() {
        TrialSettings settings = TrialSettings.of(data, 0, 0, Hotline.KEYS_ONLY);
        try (HotlineProcess server = HotlineProcess.beginsWithout(
                "espeak-ng", "run", "--config", settings.file().toString())) {
            InetSocketAddress address = server.isRunning();
            try (Softphone alice = Softphone.towards(address)
                            .as("alice", settings.password("alice"))
                            .speaking(Language.ENGLISH)
                            .build();
                    Softphone phone = Softphone.towards(address)
                            .showing("5550601")
                            .speaking(Language.ENGLISH)
                            .build()) {
                PhoneCall signsIn = alice.registers().dials("*10").isHungUpOn(LONG);
                assertThat(Ear.hearsWords(signsIn.heardSound()))
                        .as("a confirmation")
                        .isTrue();
                PhoneCall call =
                        phone.dials("4000").hears("How can I help you", LONG).presses("1");
                call.hears("eight digits of your order number", LONG).presses("12345678");
                call.hears("Is that right", LONG).presses("1");
                call.hears("Your headset is on its way", LONG).presses("0");
                call.hears("put you through to a colleague", LONG);
                PhoneCall offered = alice.rings(LONG).answers();
                await().atMost(LONG).until(() -> Ear.hearsWords(offered.heardSound()));
                call.hangsUp();
                offered.isHungUpOn(LONG);
            }
        }
    }
}
