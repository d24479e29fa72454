package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.HangupCause;
import org.hotline.call.registrar.Reachability;
import org.junit.jupiter.api.Test;

/** A registered phone is asked whether it is still there. */
class KeepaliveTest {
    @Test
    void aPhoneThatAnswersStaysAndOneThatDiedIsDroppedAfterThreeQuestions() {
        SipTimes brisk = SipTimes.DEFAULT.asking(Duration.ofMillis(300), Duration.ofMillis(300));
        List<Reachability> told = new CopyOnWriteArrayList<>();
        try (TestFront hotline = new TestFront(23_600, settings -> settings.times(brisk), "ann");
                RegisteringPhone phone = new RegisteringPhone(new Wire(hotline.port()), "ann", "secret")) {
            hotline.front().registrations().onChange(told::add);
            phone.at("sip:ann@127.0.0.1:" + phone.wire().port());
            for (int asked = 0; asked < 5; asked++) {
                phone.wire().reply(phone.wire().next("OPTIONS .*"), asked == 4 ? "501 What?" : "200 OK", "", "");
            }
            assertThat(told).extracting(Reachability::reachable).containsExactly(true);
            await().atMost(TestFront.LONG).until(() -> told.size() == 2);
            assertThat(told.getLast().account()).isEqualTo("ann");
            assertThat(told.getLast().reachable()).isFalse();
            assertThat(questions(phone.wire())).as("unanswered questions").isEqualTo(3);
            assertThat(hotline.dials("ann").join()).isEqualTo(new Dialled.Failed(HangupCause.UNALLOCATED_NUMBER));
        }
    }

    /** Different questions that lie unread; each is repeated, having no answer. */
    private static long questions(Wire wire) {
        return java.util.stream.Stream.generate(() -> wire.receive(Duration.ofMillis(200)))
                .takeWhile(java.util.Optional::isPresent)
                .map(message -> Wire.header(message.get(), "Call-ID").orElseThrow())
                .distinct()
                .count();
    }
}
