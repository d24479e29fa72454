package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hotline.audio.Frame;
import org.hotline.history.CallEvent;
import org.hotline.history.Cdr;
import org.hotline.history.Ending;
import org.hotline.phone.LineWatch;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A recognizer process dies in the middle of a call. */
class RecognizerLostTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @BeforeEach
    void voices() {
        Hotline.needs("espeak-ng");
    }

    @Test
    void aKilledRecognizerCostsTheTurnAndNotTheCall() {
        List<Cdr> before = Hotline.calls();
        try (Softphone phone = Hotline.open().caller(Language.ENGLISH).build()) {
            PhoneCall call = phone.dials("4000").hears("How can I help you", LONG);
            AtomicInteger spoken = new AtomicInteger();
            call.watchedBy(counting(spoken));
            Thread.ofVirtual().start(() -> call.says("i have a question about a parcel that i have been waiting for"));
            Awaitility.await("a second of speech").atMost(LONG).until(() -> spoken.get() >= Frame.PER_SECOND);
            assertThat(recognizers().peek(ProcessHandle::destroyForcibly)).isNotEmpty();
            call.hears("please use the keys", LONG);
            Awaitility.await("another process hears").atMost(LONG).until(RecognizerLostTest::hearsAgain);
            call.presses("1").hears("What is your order number", LONG);
            call.says("one two three four five six seven eight").hears("Is that right", LONG);
            call.says("yes").hears("one moment please", LONG).hangsUp();
        }
        Cdr cdr = Hotline.recordOf("4000", before);
        assertThat(cdr.ending()).contains(new Ending.CallerHungUp(Ending.Where.IN_CONVERSATION));
        assertThat(cdr.issue()).contains("parcel-late");
        assertThat(Hotline.open().calls().events(cdr.id()))
                .filteredOn(CallEvent.TurnTaken.class::isInstance)
                .extracting(event -> ((CallEvent.TurnTaken) event).keys())
                .as("the turn that was lost was answered by a key")
                .contains("1");
        assertThat(Hotline.understood(cdr)).as("later speech was understood").contains("yes");
    }

    private static boolean hearsAgain() {
        return Stream.of(Language.values()).allMatch(Hotline.open().house()::hears);
    }

    private static LineWatch counting(AtomicInteger spoken) {
        return new LineWatch() {
            @Override
            public void said(Frame frame, long nanos) {
                spoken.addAndGet(frame.rms() > 300 ? 1 : 0);
            }

            @Override
            public void heard(Frame frame, long nanos) {}
        };
    }

    /** The hotline's recognizer processes: the only Java among its children. */
    private static Stream<ProcessHandle> recognizers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .command()
                        .map(program -> program.endsWith("java"))
                        .orElse(false));
    }
}
